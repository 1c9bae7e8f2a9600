package org.tailwright.demo.load;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.demo.Plan;
import org.tailwright.demo.service.CheckoutService;

/// The service as a child process with a small heap and a collector that stops the world.
final class ServiceProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final int port;

    ServiceProcess(Plan plan) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m", "-Xmx256m", "-XX:+UseSerialGC",
                "-Dsun.net.httpserver.nodelay=true", "-Dsun.net.httpserver.maxIdleConnections=1024",
                "-Ddemo.files=" + System.getProperty("demo.files"),
                "-cp", System.getProperty("java.class.path"), CheckoutService.class.getName()));
        command.addAll(plan.arguments());
        process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
        port = Integer.parseInt(answer());
    }

    int port() {
        return port;
    }

    /// Sends a command of [CheckoutService]; returns when it was done, in nanoseconds since 1970.
    synchronized long tell(String command) throws IOException {
        commands.println(command);
        return Long.parseLong(answer());
    }

    @Override
    public void close() {
        commands.println("quit");
        process.onExit().join();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new EOFException("the service ended early; its message is above");
        }
        return line;
    }
}
