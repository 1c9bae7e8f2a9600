package org.tailwright.ui.commands;

import java.util.Locale;

/// How well a text fits what was typed: all typed characters must occur in order; beginnings of words and runs count more.
final class Fuzzy {
    private Fuzzy() {}

    /// 0 when it does not fit; larger fits better.
    static int score(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String all = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 1;
        }
        int contained = all.indexOf(typed.toLowerCase(Locale.ROOT).strip());
        int score = contained == 0 ? 200 : contained > 0 ? 100 : 0;
        int at = -1;
        int run = 0;
        for (int i = 0; i < wanted.length(); i++) {
            int found = all.indexOf(wanted.charAt(i), at + 1);
            if (found < 0) {
                return 0;
            }
            boolean beginning = found == 0 || !Character.isLetterOrDigit(all.charAt(found - 1));
            run = found == at + 1 ? run + 1 : 0;
            score += 1 + (beginning ? 8 : 0) + 3 * run;
            at = found;
        }
        return Math.max(1, score - all.length() / 8);
    }
}
