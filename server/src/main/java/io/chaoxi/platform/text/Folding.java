package io.chaoxi.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes writings of the same words equal: full and half width (NFKC), upper and lower case, traditional and
 * simplified characters. Works by code point, so that characters beyond the basic plane (𠮷) survive.
 */
public final class Folding {
    /** OpenCC's traditional to simplified table (Apache-2.0), shipped inside houbb nlp-common. */
    private static final Map<Integer, String> SIMPLIFIED = readSimplified();

    private Folding() {}

    /** Same length of meaning, other writing: NFKC, lower case, simplified characters. Blanks and marks stay. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> appendSimplified(folded, point));
        return folded.toString();
    }

    /** {@link #fold} without blanks, punctuation, control characters and invisible selectors. Emoji stay. */
    public static String squash(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        fold(text).codePoints().filter(Folding::counts).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The first code points of a text: long texts are indexed by their beginning only. */
    static String head(String text, int codePoints) {
        if (text.length() <= codePoints) {
            return text;
        }
        int available = text.codePointCount(0, Math.min(text.length(), 2 * codePoints));
        return text.substring(0, text.offsetByCodePoints(0, Math.min(codePoints, available)));
    }

    private static boolean counts(int point) {
        if (point >= 0xFE00 && point <= 0xFE0F) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static void appendSimplified(StringBuilder folded, int point) {
        String simple = point < 0x3400 ? null : SIMPLIFIED.get(point);
        if (simple == null) {
            folded.appendCodePoint(point);
        } else {
            folded.append(simple);
        }
    }

    private static Map<Integer, String> readSimplified() {
        InputStream table = Folding.class.getResourceAsStream("/nlp/chinese_ts_char.txt");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(table, "nlp-common's table"), StandardCharsets.UTF_8))) {
            Map<Integer, String> simplified = new HashMap<>();
            lines.lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(pair -> pair.length > 1)
                    .forEach(pair -> {
                        int end = pair[1].offsetByCodePoints(0, 1);
                        simplified.put(pair[0].codePointAt(0), pair[1].substring(0, end));
                    });
            return Map.copyOf(simplified);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
