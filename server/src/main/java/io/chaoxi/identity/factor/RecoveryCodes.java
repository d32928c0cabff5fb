package io.chaoxi.identity.factor;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One-time codes for the day the phone is gone: 59 random bits in letters and digits that nobody confuses. */
final class RecoveryCodes {
    private static final int MANY = 10;
    private static final int GROUPS = 3;
    private static final int LENGTH = 4;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> make() {
        return Stream.generate(RecoveryCodes::one).distinct().limit(MANY).toList();
    }

    private static String one() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }

    /**
     * A code of either kind as it was made, however it was typed: case, spaces, dashes and the wide digits of a Chinese
     * keyboard do not matter.
     */
    static String normal(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return narrow.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
