package io.chaoxi.platform.sheet;

/**
 * Keeps a spreadsheet program from taking a text for a formula: an apostrophe is put before texts whose first sign,
 * behind blanks and apostrophes, is one of = + - @ (full width too), or that begin with a tab or line break.
 *
 * <p>Whether a text is dangerous does not change by an apostrophe before it; hence taking one away from a dangerous
 * text gives back exactly what was written, also for texts that had apostrophes of their own.
 */
final class FormulaGuard {
    private static final String TRIGGERS = "=+-@＝＋－＠﹦﹢﹣﹫−";

    private FormulaGuard() {}

    static String guard(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    static String unguard(String text) {
        return text.startsWith("'") && dangerous(text) ? text.substring(1) : text;
    }

    static boolean dangerous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\t' || sign == '\r' || sign == '\n' || TRIGGERS.indexOf(sign) >= 0) {
                return true;
            }
            if (sign != '\'' && !invisible(sign)) {
                return false;
            }
        }
        return false;
    }

    private static boolean invisible(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT
                || Character.getType(sign) == Character.CONTROL;
    }
}
