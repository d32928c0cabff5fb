package io.chaoxi.platform.reference;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.text.Pinyin;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The industries of GB/T 4754-2017: sections A to T and their 97 divisions (A01 to T97). */
public final class Industries {
    private static final Map<String, Industry> BY_CODE = read();
    private static final Map<String, Label> LABELS = labels();
    private static final Pattern CODE = Pattern.compile("([A-Ta-t])?(\\d{2})\\d{0,2}(?:\\D.*)?");
    private static final Pattern LETTER_AND_NAME =
            Pattern.compile("([A-Ta-t])(?![A-Za-z])[\\s\\p{P}]*(\\P{L}*\\p{L}.*)?");
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{P}和及与]");

    private Industries() {}

    public static @Nullable Industry byCode(String code) {
        return BY_CODE.get(code);
    }

    /** The divisions of a section; without a section all sections. */
    public static List<Industry> children(@Nullable String section) {
        return BY_CODE.values().stream()
                .filter(industry -> Objects.equals(industry.parent(), section))
                .toList();
    }

    /** 制造业 / 专用设备制造业, or the same in English. An unknown code is its own label. */
    public static String label(String code, Locale locale) {
        Label label = LABELS.get(code);
        return label == null ? code : label.in(locale);
    }

    /** Sections and divisions whose code, Chinese or English name or pinyin initials hold the text. */
    public static List<Industry> search(String typed, int limit) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Predicate<Industry> begins =
                industry -> industry.code().toLowerCase(Locale.ROOT).equals(text)
                        || industry.name().startsWith(text)
                        || text.length() > 1 && Pinyin.initials(industry.name()).startsWith(text);
        Predicate<Industry> holds = industry -> plain(industry.name()).contains(plain(text))
                || industry.aliases().contains(text)
                || text.length() > 2
                        && industry.english().toLowerCase(Locale.ROOT).contains(text);
        return Stream.of(begins, holds)
                .flatMap(test -> BY_CODE.values().stream().filter(test))
                .distinct()
                .limit(limit)
                .toList();
    }

    /**
     * The industry that a cell names: C35, 35, C3521 (its division), 专用设备制造业, J 金融业, K 房地产. A letter with a
     * loosely worded name is the section; a letter that contradicts the name is refused with both.
     */
    public static Match match(String freeText) {
        String text = Normalizer.normalize(freeText, Normalizer.Form.NFKC).strip();
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            return byDigits(code.group(1), code.group(2));
        }
        Matcher letter = LETTER_AND_NAME.matcher(text);
        return letter.matches()
                ? byLetter(
                        letter.group(1).toUpperCase(Locale.ROOT),
                        plain(Objects.requireNonNullElse(letter.group(2), "")))
                : byName(plain(text));
    }

    private static Match byDigits(@Nullable String letter, String division) {
        return Match.of(BY_CODE.keySet().stream()
                .filter(code -> letter == null
                        ? code.length() == 3 && code.endsWith(division)
                        : code.equals(letter.toUpperCase(Locale.ROOT) + division))
                .toList());
    }

    private static Match byLetter(String letter, String name) {
        List<String> exact = named(name);
        if (name.isEmpty() || exact.contains(letter)) {
            return new Match.Found(letter);
        }
        List<String> inside =
                exact.stream().filter(code -> code.startsWith(letter)).toList();
        if (!inside.isEmpty()) {
            return Match.of(inside);
        }
        return exact.isEmpty()
                ? new Match.Found(letter)
                : new Match.Ambiguous(
                        Stream.concat(Stream.of(letter), exact.stream()).toList());
    }

    private static Match byName(String name) {
        if (name.isEmpty()) {
            return new Match.Unknown();
        }
        List<String> exact = named(name);
        if (!exact.isEmpty()) {
            return new Match.Found(exact.getFirst());
        }
        return Match.of(BY_CODE.values().stream()
                .filter(industry -> name.length() > 1 && plain(industry.name()).contains(name))
                .map(Industry::code)
                .toList());
    }

    /** Codes of this very name or alias: true names before aliases, sections before divisions. */
    private static List<String> named(String name) {
        Predicate<Industry> byName = industry -> plain(industry.name()).equals(name);
        Predicate<Industry> byAlias = industry ->
                industry.aliases().stream().anyMatch(alias -> plain(alias).equals(name));
        return Stream.of(byName, byAlias)
                .flatMap(test -> BY_CODE.values().stream().filter(test))
                .map(Industry::code)
                .distinct()
                .toList();
    }

    private static String plain(String name) {
        String bare = NOISE.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
        return bare.endsWith("业") && bare.length() > 2 ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        BY_CODE.forEach((code, industry) -> {
            Industry section = industry.parent() == null ? null : BY_CODE.get(industry.parent());
            labels.put(
                    code,
                    section == null
                            ? new Label(industry.name(), industry.english())
                            : new Label(
                                    section.name() + " / " + industry.name(),
                                    section.english() + " / " + industry.english()));
        });
        return labels;
    }

    private static Map<String, Industry> read() {
        Map<String, Industry> industries = new LinkedHashMap<>();
        ReferenceFile.rows("industries.csv").stream()
                .map(Industry::of)
                .forEach(industry -> industries.put(industry.code(), industry));
        return industries;
    }
}
