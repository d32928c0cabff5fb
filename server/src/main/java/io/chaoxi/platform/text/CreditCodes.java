package io.chaoxi.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The unified social credit code of Chinese organisations (GB 32100-2015): 18 characters, the last one checks the
 * others. O and I are refused with a code of their own, for they are typed for 0 and 1.
 */
public final class CreditCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCodes() {}

    /**
     * Capitals, half width, without blanks and hyphens. Refusals: creditCodeLength, creditCodeConfusable (O or I),
     * creditCodeCharacter, creditCodeCheckDigit.
     */
    public static Checked<String> check(String raw) {
        String code = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00A0\\u3000-]", "")
                .toUpperCase(Locale.ROOT);
        if (code.length() != LENGTH) {
            return Checked.refused("creditCodeLength");
        }
        if (code.indexOf('O') >= 0 || code.indexOf('I') >= 0) {
            return Checked.refused("creditCodeConfusable");
        }
        if (code.chars().anyMatch(character -> ALPHABET.indexOf(character) < 0)) {
            return Checked.refused("creditCodeCharacter");
        }
        return code.charAt(LENGTH - 1) == checkDigit(code)
                ? Checked.accepted(code)
                : Checked.refused("creditCodeCheckDigit");
    }

    /** Weights are the powers of 3 modulo 31. */
    private static char checkDigit(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
