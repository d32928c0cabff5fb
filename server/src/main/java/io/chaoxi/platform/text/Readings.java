package io.chaoxi.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The toneless readings of characters and of words whose reading differs from that of their characters.
 *
 * <p>Source: the dictionaries inside houbb pinyin (Apache-2.0), corrected by {@code reference/readings.csv} where a
 * business name reads otherwise than a dictionary word (长 is chang in most firms' names). The library's own lookup
 * works by {@code char} and loses characters beyond the basic plane, hence the reading of its files.
 */
final class Readings {
    private static final int LONGEST_WORD = 10;
    private static final Readings ALL = new Readings();

    private final @Nullable String[] basicPlane = new String[0x10000];
    private final Map<Integer, String> beyond = new HashMap<>();
    private final Map<String, String[]> words = new HashMap<>();
    private final Map<String, String[]> surnames = new HashMap<>();
    private final int[] longestFrom = new int[0x10000];
    private final Map<String, String> syllables = new HashMap<>();

    private Readings() {
        Map<String, String> corrections = new HashMap<>();
        eachLine("/pinyin_dict_char.txt", this::readCharacter);
        eachLine("/reference/readings.csv", line -> readCorrection(line, corrections));
        eachLine("/pinyin_dict_phrase.txt", this::readWord);
        corrections.forEach((word, reading) -> putWord(word, plain(reading)));
    }

    static Readings all() {
        return ALL;
    }

    /** The most usual reading, or null for what is no Chinese character. */
    @Nullable
    String of(int point) {
        return point < 0x10000 ? basicPlane[point] : beyond.get(point);
    }

    /** Syllables of the longest word with a reading of its own that starts here, or null. */
    String @Nullable [] wordAt(String text, int from) {
        return longest(words, text, from, longestFrom[text.charAt(from)]);
    }

    /** Syllables of the surname that the text starts with, two characters before one, or null. */
    String @Nullable [] surnameOf(String text) {
        return longest(surnames, text, 0, 2);
    }

    private static String @Nullable [] longest(Map<String, String[]> from, String text, int start, int longest) {
        for (int length = Math.min(longest, text.length() - start); length > 0; length--) {
            String[] found = from.get(text.substring(start, start + length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void readCharacter(String line) {
        int colon = line.indexOf(':');
        int comma = line.indexOf(',');
        String reading = line.substring(colon + 1, comma < 0 ? line.length() : comma);
        put(line.codePointAt(0), plain(reading)[0]);
    }

    private void readCorrection(String line, Map<String, String> corrections) {
        String[] cells = line.split(",");
        switch (cells[0]) {
            case "char" -> put(cells[1].codePointAt(0), cells[2]);
            case "word" -> corrections.put(cells[1], cells[2]);
            case "surname" -> surnames.put(cells[1], plain(cells[2]));
            default -> {}
        }
    }

    private void put(int point, String reading) {
        String known = syllables.computeIfAbsent(reading, same -> same);
        if (point < 0x10000) {
            basicPlane[point] = known;
        } else {
            beyond.put(point, known);
        }
    }

    private void readWord(String line) {
        int colon = line.indexOf(':');
        String word = line.substring(0, colon);
        String[] reading = plain(line.substring(colon + 1));
        if (reading.length == word.length() && word.length() <= LONGEST_WORD && surprises(word, reading)) {
            putWord(word, reading);
        }
    }

    private boolean surprises(String word, String[] reading) {
        for (int i = 0; i < reading.length; i++) {
            if (!reading[i].equals(basicPlane[word.charAt(i)])) {
                return true;
            }
        }
        return false;
    }

    private void putWord(String word, String[] reading) {
        words.put(word, reading);
        longestFrom[word.charAt(0)] = Math.max(longestFrom[word.charAt(0)], word.length());
    }

    private String[] plain(String reading) {
        String withoutTones = Normalizer.normalize(reading.strip().replace('ɡ', 'g'), Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String[] parts = withoutTones.split(" +");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = syllables.computeIfAbsent(parts[i], same -> same);
        }
        return parts;
    }

    private static void eachLine(String resource, Consumer<String> use) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Readings.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(use);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
