package io.chaoxi.platform.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Provinces and cities in names of firms: 广东省深圳市…, 深圳…, and the provinces' one-character names (粤, 陕, 渝). */
final class Places {
    private static final int LONGEST = 12;
    private static final int PROVINCE_DIGITS = 2;
    private static final Pattern SUFFIX = Pattern.compile("(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$");
    /** By GB/T 2260 code of the province; where two are in use both stand here. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("11", "京"),
            Map.entry("12", "津"),
            Map.entry("13", "冀"),
            Map.entry("14", "晋"),
            Map.entry("15", "蒙"),
            Map.entry("21", "辽"),
            Map.entry("22", "吉"),
            Map.entry("23", "黑"),
            Map.entry("31", "沪申"),
            Map.entry("32", "苏"),
            Map.entry("33", "浙"),
            Map.entry("34", "皖"),
            Map.entry("35", "闽"),
            Map.entry("36", "赣"),
            Map.entry("37", "鲁"),
            Map.entry("41", "豫"),
            Map.entry("42", "鄂"),
            Map.entry("43", "湘"),
            Map.entry("44", "粤"),
            Map.entry("45", "桂"),
            Map.entry("46", "琼"),
            Map.entry("50", "渝"),
            Map.entry("51", "川蜀"),
            Map.entry("52", "黔贵"),
            Map.entry("53", "滇云"),
            Map.entry("54", "藏"),
            Map.entry("61", "陕秦"),
            Map.entry("62", "甘陇"),
            Map.entry("63", "青"),
            Map.entry("64", "宁"),
            Map.entry("65", "新"),
            Map.entry("71", "台"),
            Map.entry("81", "港"),
            Map.entry("82", "澳"));

    private static final Map<String, String> CODES = read();

    private Places() {}

    /** {@code length} chars at the front name the place with this code: two digits a province, four a city. */
    record Place(int length, String code) {
        static final Place NONE = new Place(0, "");

        boolean known() {
            return !code.isEmpty();
        }

        /** A city agrees with its province, and with nothing known. */
        boolean agrees(Place other) {
            return code.startsWith(other.code) || other.code.startsWith(code);
        }

        String abbreviations() {
            return known() ? ABBREVIATIONS.getOrDefault(code.substring(0, PROVINCE_DIGITS), "") : "";
        }
    }

    /** The place at the front; province and city may follow each other. */
    static Place at(String text, int from) {
        Place province = longestAt(text, from);
        if (!province.known()) return Place.NONE;
        Place city = longestAt(text, from + province.length);
        return city.known() && city.agrees(province) ? new Place(province.length + city.length, city.code) : province;
    }

    private static Place longestAt(String text, int from) {
        for (int length = Math.min(LONGEST, text.length() - from); length >= 2; length--) {
            String code = CODES.get(text.substring(from, from + length));
            if (code != null) return new Place(length, code);
        }
        return Place.NONE;
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream("/reference/regions.csv"), "regions"),
                StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(",")).forEach(cells -> {
                String code = code(cells[0]);
                if (code == null) return;
                codes.putIfAbsent(cells[1], code);
                codes.putIfAbsent(SUFFIX.matcher(cells[1]).replaceFirst(""), code);
            });
            return Map.copyOf(codes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable String code(String sixDigits) {
        if (sixDigits.endsWith("0000")) return sixDigits.substring(0, PROVINCE_DIGITS);
        return sixDigits.endsWith("00") ? sixDigits.substring(0, 4) : null;
    }
}
