package io.chaoxi.platform.match;

/** Equal for words that sound alike in English: the first letter and three digits for its consonants (Russell 1918). */
final class Soundex {
    private static final String CODES = "01230120022455012623010202";
    private static final int LENGTH = 4;

    private Soundex() {}

    /** Of a folded word; one in another script than a to z comes back by its first characters. */
    static String of(String word) {
        StringBuilder code = new StringBuilder(LENGTH);
        char before = '0';
        for (int i = 0; i < word.length() && code.length() < LENGTH; i++) {
            char letter = word.charAt(i);
            char digit = letter >= 'a' && letter <= 'z' ? CODES.charAt(letter - 'a') : letter;
            if (i == 0) {
                code.append(letter);
            } else if (digit != '0' && digit != before) {
                code.append(digit);
            }
            if (letter != 'h' && letter != 'w') before = digit;
        }
        return code.toString();
    }
}
