package io.chaoxi.platform.reference;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the region at the front of a text, from the province down; see {@link Regions#match(String)}. */
final class RegionText {
    private static final int LONGEST = 200;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{P}>|]+");
    private static final Pattern UNKNOWN_PLACE = Pattern.compile("^.{1,9}?(市|县|自治州|盟|旗)(?![场民政级区]).*");
    private static final Pattern NO_NAME = Pattern.compile("(市辖区|县)");

    private RegionText() {}

    /** A region and how much of the text names it and what stands above it. */
    private record Read(Region region, int end) {}

    static String plain(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return SEPARATORS
                .matcher(Normalizer.normalize(head, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    static Match read(String text) {
        List<Read> starts = startsOf(text);
        List<Read> ends = starts.stream()
                .flatMap(start -> descend(text, start).stream())
                .distinct()
                .toList();
        int furthest = ends.stream().mapToInt(Read::end).max().orElse(0);
        List<Read> best = ends.stream().filter(end -> end.end() == furthest).toList();
        if (best.size() == 1 && namesMore(text.substring(furthest))) {
            return new Match.Ambiguous(List.of(best.getFirst().region().code()));
        }
        return Match.of(
                best.stream().map(read -> read.region().code()).distinct().toList());
    }

    private static boolean namesMore(String rest) {
        return UNKNOWN_PLACE.matcher(rest).matches() && !NO_NAME.matcher(rest).matches();
    }

    /** What the text begins with: the longest name wins (吉林市 before 吉林), the widest region among equals. */
    private static List<Read> startsOf(String text) {
        List<Read> starts = longest(text, 0, Regions.beginningLike(text));
        int widest =
                starts.stream().mapToInt(start -> start.region().level()).min().orElse(0);
        return starts.stream().filter(start -> start.region().level() == widest).toList();
    }

    private static List<Read> descend(String text, Read from) {
        int at = skipRepetition(text, from);
        List<Read> below = below(text, at, from.region());
        if (below.isEmpty()) {
            below = within(text, from);
        }
        if (below.isEmpty()) {
            return List.of(new Read(from.region(), at));
        }
        List<Read> deepest = new ArrayList<>();
        below.forEach(next -> deepest.addAll(descend(text, next)));
        return deepest;
    }

    /** 上海上海市, 河南河南省直辖县级行政区划: the name of the province once more. */
    private static int skipRepetition(String text, Read from) {
        if (from.region().level() != 1
                || !below(text, from.end(), from.region()).isEmpty()) {
            return from.end();
        }
        List<Read> again = longest(text, from.end(), Stream.of(from.region()));
        return again.isEmpty() ? from.end() : again.getFirst().end();
    }

    private static List<Read> below(String text, int at, Region parent) {
        List<Region> children = Regions.children(parent.code());
        List<Read> direct = longest(text, at, children.stream());
        if (!direct.isEmpty() || parent.level() != 1) {
            return direct;
        }
        return longest(text, at, children.stream().flatMap(child -> Regions.children(child.code()).stream()));
    }

    /** Districts that carry the name of their city: 苏州工业园区. */
    private static List<Read> within(String text, Read city) {
        Predicate<Region> longer =
                child -> child.name().startsWith(city.region().shortName());
        int start = city.end() - writtenLength(text, city);
        List<Read> found = city.region().level() != 2
                ? List.of()
                : longest(
                        text,
                        start,
                        Regions.children(city.region().code()).stream().filter(longer));
        return found.stream().filter(read -> read.end() > city.end()).toList();
    }

    private static int writtenLength(String text, Read read) {
        return Regions.writingsOf(read.region()).stream()
                .filter(writing -> text.startsWith(writing, read.end() - writing.length()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static List<Read> longest(String text, int at, Stream<Region> among) {
        List<Read> found = new ArrayList<>();
        among.forEach(region -> {
            int length = lengthAt(text, at, region);
            if (length > 0) {
                found.add(new Read(region, at + length));
            }
        });
        int furthest = found.stream().mapToInt(Read::end).max().orElse(0);
        return found.stream().filter(read -> read.end() == furthest).toList();
    }

    /** Districts without their rank (南山) count only where nothing follows: 南山路 is a street. */
    private static int lengthAt(String text, int at, Region region) {
        @Nullable String written = null;
        for (String writing : Regions.writingsOf(region)) {
            if (text.startsWith(writing, at) && (written == null || writing.length() > written.length())) {
                written = writing;
            }
        }
        if (written != null) {
            return written.length();
        }
        boolean shortAtEnd = region.level() == 3 && text.substring(at).equals(region.shortName());
        return shortAtEnd ? region.shortName().length() : 0;
    }
}
