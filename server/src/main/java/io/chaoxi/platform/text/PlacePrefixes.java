package io.chaoxi.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Provinces and cities, in full and short, as they stand at the front of firms' names (广东省深圳市…, 深圳…). */
final class PlacePrefixes {
    private static final int LONGEST = 12;
    private static final Set<String> PLACES = read();

    private PlacePrefixes() {}

    /** How many chars at the front name a place: province and city may follow each other. */
    static int lengthIn(String name) {
        int province = longestAt(name, 0);
        return province == 0 ? 0 : province + longestAt(name, province);
    }

    private static int longestAt(String name, int from) {
        for (int length = Math.min(LONGEST, name.length() - from); length >= 2; length--) {
            if (PLACES.contains(name.substring(from, from + length))) {
                return length;
            }
        }
        return 0;
    }

    private static Set<String> read() {
        Set<String> places = new HashSet<>(Set.of("中国"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlacePrefixes.class.getResourceAsStream("/reference/regions.csv"), "regions"),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].endsWith("00"))
                    .forEach(cells -> {
                        places.add(cells[1]);
                        places.add(cells[1].replaceFirst("(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$", ""));
                    });
            return Set.copyOf(places);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
