package org.tailwright.readers.jmeterxml;

/// The five named entities of XML and character references. Anything else stays as it is written.
final class Entities {
    private static final int LONGEST = 10;

    private Entities() {}

    static String resolve(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '&' ? text.indexOf(';', i) : -1;
            int code = end > i && end - i <= LONGEST ? code(text.substring(i + 1, end)) : -1;
            if (code < 0) {
                plain.append(text.charAt(i));
            } else {
                plain.appendCodePoint(code);
                i = end;
            }
        }
        return plain.toString();
    }

    private static int code(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#") ? number(name) : -1;
        };
    }

    private static int number(String name) {
        boolean hex = name.startsWith("#x");
        String digits = name.substring(hex ? 2 : 1);
        if (!digits.matches(hex ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
            return -1;
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        return code < ' ' ? ' ' : Character.isValidCodePoint(code) ? code : -1;
    }
}
