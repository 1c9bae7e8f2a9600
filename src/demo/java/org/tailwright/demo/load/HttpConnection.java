package org.tailwright.demo.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tailwright.demo.WallClock;
import org.tailwright.demo.load.Sample.Answer;

/// One keep-alive HTTP/1.1 connection; small, so that the driver costs little and knows connect and first-byte times.
final class HttpConnection implements AutoCloseable {
    /// Who waits longer gives up, like a user.
    static final int TIMEOUT_MILLIS = 2000;

    private final int port;
    private Socket socket;
    private InputStream in;

    HttpConnection(int port) {
        this.port = port;
    }

    /// Sends one request and reads the whole answer; a failure is a sample too, and closes the connection.
    Sample send(RequestMix request, long number) {
        byte[] head = (request.method + ' ' + request.path + " HTTP/1.1\r\nHost: shop\r\nRequest-Number: " + number
                + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        long start = WallClock.nanos();
        long connected = start;
        long firstByte = start;
        Answer answer;
        try {
            if (socket == null) {
                connect();
                connected = WallClock.nanos();
            }
            socket.getOutputStream().write(head);
            in.mark(1);
            if (in.read() < 0) {
                throw new EOFException("connection closed by the service");
            }
            firstByte = WallClock.nanos();
            in.reset();
            answer = readAnswer(head.length);
        } catch (IOException e) {
            close();
            answer = new Answer("Non HTTP response code: " + e.getClass().getName(),
                    "Non HTTP response message: " + e.getMessage(), 0, head.length);
        }
        return new Sample(request, start, firstByte - start, WallClock.nanos() - start, connected - start, answer);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing can be lost: the connection is given up anyway.
        }
        socket = null;
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    private Answer readAnswer(int sentBytes) throws IOException {
        String status = line();
        int bytes = status.length() + 2;
        int length = 0;
        for (String header = line(); ; header = line()) {
            bytes += header.length() + 2;
            if (header.isEmpty()) {
                break;
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        String[] parts = status.split(" ", 3);
        return new Answer(parts[1], parts[2], bytes + length, sentBytes);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed by the service");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
