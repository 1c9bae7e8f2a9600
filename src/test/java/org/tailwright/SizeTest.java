package org.tailwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Files and methods stay small enough to be read in one go.
final class SizeTest {
    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;
    private static final int MEDIAN_LINES = 150;
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (Path each : sources()) {
            int lines = Files.readAllLines(each).size();
            lengths.add(lines);
            if (lines > FILE_LINES) {
                tooLong.add(each + ": " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong);
        int median = lengths.stream().sorted().skip(lengths.size() / 2).findFirst().orElseThrow();
        assertTrue(median <= MEDIAN_LINES, "the median file has " + median + " lines");
    }

    @Test
    void noMethodIsTooLong() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> tooLong = new ArrayList<>();
        int[] methods = {0};
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        methods[0]++;
                        if (method.getBody() != null) {
                            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
                            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method.getBody()));
                            if (last - first + 1 > METHOD_LINES) {
                                tooLong.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + (last - first + 1) + " lines");
                            }
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        assertTrue(methods[0] > 500, "only " + methods[0] + " methods were found");
        assertEquals(List.of(), tooLong);
    }

    static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
        }
    }
}
