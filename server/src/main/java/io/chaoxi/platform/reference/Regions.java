package io.chaoxi.platform.reference;

import io.chaoxi.platform.text.Pinyin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The regions of China by GB/T 2260 code (six digits). Districts of municipalities hang on the municipality itself,
 * counties that a province governs directly hang on its level 省直辖县级行政区.
 */
public final class Regions {
    private static final Map<String, Region> BY_CODE = read();
    private static final Map<String, String> LABELS = labels();
    private static final Map<String, List<Region>> BY_PARENT = group();
    private static final Map<String, List<String>> WRITINGS = writings();
    private static final Map<Character, List<Region>> BY_FIRST = BY_CODE.values().stream()
            .filter(region -> !region.unnamed())
            .collect(Collectors.groupingBy(region -> region.name().charAt(0)));
    private static final Map<String, String> INITIALS = initials();

    private Regions() {}

    /** The region with this code, or null. The level 市辖区 of a municipality (110100) is the municipality. */
    public static @Nullable Region byCode(String code) {
        Region region = BY_CODE.get(code);
        return region == null && code.matches("(11|12|31|50)0[12]00")
                ? BY_CODE.get(code.substring(0, 2) + "0000")
                : region;
    }

    /** What lies directly below, in the order of codes; without a parent the provinces. */
    public static List<Region> children(@Nullable String parent) {
        return BY_PARENT.getOrDefault(parent == null ? "" : parent, List.of());
    }

    /** 广东 深圳市 南山区: the province short, the rest in full. An unknown code is its own label. */
    public static String label(String code) {
        String known = LABELS.get(code);
        return known == null ? labelled(code) : known;
    }

    private static String labelled(String code) {
        Region region = byCode(code);
        if (region == null) {
            return code;
        }
        Region above = region.parent() == null ? null : BY_CODE.get(region.parent());
        if (above == null) {
            return region.shortName();
        }
        return above.unnamed()
                ? labelled(code.substring(0, 2) + "0000") + " " + region.name()
                : labelled(above.code()) + " " + region.name();
    }

    /** Regions whose name begins with the text, then those that contain it, then by pinyin initials; wide ones first. */
    public static List<Region> search(String typed, int limit) {
        String text = RegionText.plain(typed).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Stream<Region> begins =
                BY_CODE.values().stream().filter(region -> region.name().startsWith(text));
        Stream<Region> contains = BY_CODE.values().stream()
                .filter(region -> label(region.code()).replace(" ", "").contains(text));
        Stream<Region> initials = text.length() < 2
                ? Stream.empty()
                : BY_CODE.values().stream()
                        .filter(region ->
                                INITIALS.getOrDefault(region.code(), "").startsWith(text));
        Region meant = byCode(Objects.requireNonNullElse(match(typed).codeOrNull(), ""));
        Comparator<Region> wideFirst = Comparator.comparingInt(Region::level).thenComparing(Region::code);
        return Stream.concat(
                        Stream.ofNullable(meant),
                        Stream.of(begins, contains, initials).flatMap(found -> found.sorted(wideFirst)))
                .distinct()
                .limit(limit)
                .toList();
    }

    /** As {@link #match(String)}, for cells that hold one level each: 广东 | 深圳市. */
    public static Match match(List<String> parts) {
        return match(String.join("", parts));
    }

    /**
     * The deepest region that the beginning of the text names: a code, 广东深圳, 深圳市南山区科技园1号, 内蒙呼和浩特.
     * Levels may be left out (浙江义乌市). Several of one name (朝阳区) and unknown cities (广东火星市) are refused.
     */
    public static Match match(String freeText) {
        String text = RegionText.plain(freeText);
        if (text.matches("\\d{6}")) {
            Region region = byCode(text);
            return region == null ? new Match.Unknown() : new Match.Found(region.code());
        }
        return RegionText.read(text);
    }

    static List<String> writingsOf(Region region) {
        return WRITINGS.getOrDefault(region.code(), List.of());
    }

    static Stream<Region> beginningLike(String text) {
        return text.isEmpty() ? Stream.empty() : BY_FIRST.getOrDefault(text.charAt(0), List.of()).stream();
    }

    /** Every region in the order of codes. */
    public static List<Region> all() {
        return List.copyOf(BY_CODE.values());
    }

    private static Map<String, Region> read() {
        Map<String, String> names = new LinkedHashMap<>();
        ReferenceFile.rows("regions.csv").forEach(row -> names.put(row.get(0), row.get(1)));
        Map<String, Region> regions = new LinkedHashMap<>();
        names.forEach((code, name) -> regions.put(code, Region.of(code, name, parentOf(code, names))));
        return regions;
    }

    private static @Nullable String parentOf(String code, Map<String, String> names) {
        String province = code.substring(0, 2) + "0000";
        String city = code.substring(0, 4) + "00";
        if (code.equals(province)) {
            return null;
        }
        return !code.equals(city) && names.containsKey(city) ? city : province;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        BY_CODE.keySet().forEach(code -> labels.put(code, labelled(code)));
        return labels;
    }

    private static Map<String, List<Region>> group() {
        Map<String, List<Region>> children = new HashMap<>();
        BY_CODE.values()
                .forEach(region -> children.computeIfAbsent(
                                region.parent() == null ? "" : region.parent(), none -> new ArrayList<>())
                        .add(region));
        children.replaceAll((parent, list) -> List.copyOf(list));
        return children;
    }

    private static Map<String, List<String>> writings() {
        Map<String, List<String>> writings = new HashMap<>();
        BY_CODE.values().forEach(region -> writings.put(region.code(), region.writings()));
        return writings;
    }

    private static Map<String, String> initials() {
        Map<String, String> initials = new HashMap<>();
        BY_CODE.values().forEach(region -> initials.put(region.code(), Pinyin.initials(region.name())));
        return initials;
    }
}
