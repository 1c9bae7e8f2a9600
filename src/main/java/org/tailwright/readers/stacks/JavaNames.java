package org.tailwright.readers.stacks;

import java.util.regex.Pattern;
import org.tailwright.data.Stacks;

/// Names of Java methods in the forms that profilers write: `java/lang/Thread.run`, `Ljava/lang/Thread;::run`, `java/lang/Thread:.run`.
public final class JavaNames {
    private static final Pattern SCRIPT = Pattern.compile("[(/ ][^()]*\\.(?:py|rb|js|mjs|cjs|ts|jsx|tsx|php|pl|lua)(?::\\d+)*\\)?$");
    private static final Pattern QUALIFIED = Pattern.compile("^(?:[a-z_][\\w]*\\.)+[A-Z][\\w$]*(?:\\.|$)");

    /// Longer names are no places of scripts.
    private static final int LONGEST = 400;

    private JavaNames() {}

    /// The method with dots, as flight recordings write it. Addresses behind the slash of a hidden class stay.
    public static String dotted(String text) {
        String plain = text;
        int signature = plain.indexOf(";::");
        if (plain.startsWith("L") && signature > 0) {
            plain = plain.substring(1, signature) + "." + plain.substring(signature + 3);
        } else {
            int perf = plain.indexOf(":.");
            plain = perf > 0 ? plain.substring(0, perf) + plain.substring(perf + 1) : plain;
        }
        int from = Math.max(0, plain.indexOf(' ') < 0 ? 0 : plain.indexOf(' '));
        StringBuilder dotted = new StringBuilder(plain);
        for (int i = 0; i + 1 < (from == 0 ? dotted.length() : from); i++) {
            if (dotted.charAt(i) == '/' && !Character.isDigit(dotted.charAt(i + 1))) {
                dotted.setCharAt(i, '.');
            }
        }
        return dotted.toString();
    }

    /// What a frame is, judged by the form of its name alone, after the rules of async-profiler's converter (`a/b` and `A.b` are Java, `a::b`
    /// is C++), with those of Go (`github.com/a.b`, `a.(*T).b`) and of scripts (`f (file.py:3)`) before.
    public static Stacks.Frame guess(String text) {
        if (text.length() <= LONGEST && SCRIPT.matcher(text).find()) {
            return Stacks.Frame.SCRIPT;
        }
        if (text.startsWith("L") && text.contains(";::")) {
            return Stacks.Frame.JAVA;
        }
        if (text.contains("::") || text.startsWith("-[") || text.startsWith("+[")) {
            return Stacks.Frame.CPP;
        }
        int slash = text.indexOf('/');
        int dot = text.indexOf('.');
        if (dot < 0 && slash < 0 || text.indexOf(' ') >= 0 || text.contains("(*") || dot >= 0 && dot < slash || !Character.isLetter(text.charAt(0))) {
            return Stacks.Frame.NATIVE;
        }
        boolean type = dot > 0 && Character.isUpperCase(text.charAt(0)) || QUALIFIED.matcher(text).find();
        return slash > 0 || type ? Stacks.Frame.JAVA : Stacks.Frame.NATIVE;
    }
}
