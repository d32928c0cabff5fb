package io.chaoxi.customer.mention;

import io.chaoxi.platform.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text in which names are looked for: folded, blanks and marks inside of names left out. A name begins and ends where a
 * word does, if it is of Latin letters, and never goes on behind a comma or the end of a line.
 */
final class Passages {
    private static final int LONGEST_NAME = 60;
    private static final String WITHIN_NAMES = "·•・.-&'()（）";
    private static final Pattern COLLEAGUE = Pattern.compile("@\\[[^\\]\\n]{1,100}\\]\\(person:[0-9a-fA-F-]{36}\\)");

    private final int[] points;
    private final boolean[] apart;
    private final boolean[] wall;

    private Passages(List<Integer> points, List<Boolean> apart, List<Boolean> wall) {
        this.points = points.stream().mapToInt(Integer::intValue).toArray();
        this.apart = new boolean[apart.size()];
        this.wall = new boolean[wall.size()];
        for (int i = 0; i < this.apart.length; i++) {
            this.apart[i] = apart.get(i);
            this.wall[i] = wall.get(i);
        }
    }

    /** Colleagues who are mentioned are not looked for. */
    static Passages of(String text) {
        var points = new ArrayList<Integer>();
        var apart = new ArrayList<Boolean>(List.of(true));
        var wall = new ArrayList<Boolean>(List.of(true));
        int[] written = COLLEAGUE.matcher(text).replaceAll("\n").codePoints().toArray();
        for (int i = 0; i < written.length; i++) {
            String folded = Folding.squash(Character.toString(written[i]));
            int last = apart.size() - 1;
            if (folded.isEmpty()) {
                apart.set(last, true);
                if (!withinName(written, i)) wall.set(last, true);
                continue;
            }
            folded.codePoints().forEach(point -> {
                points.add(point);
                apart.add(false);
                wall.add(false);
            });
        }
        apart.set(apart.size() - 1, true);
        wall.set(wall.size() - 1, true);
        return new Passages(points, apart, wall);
    }

    private static boolean withinName(int[] written, int at) {
        if (WITHIN_NAMES.indexOf(written[at]) >= 0) return true;
        return written[at] == ' '
                && at > 0
                && at + 1 < written.length
                && isLatin(Folding.fold(Character.toString(written[at - 1])).codePointAt(0))
                && isLatin(Folding.fold(Character.toString(written[at + 1])).codePointAt(0));
    }

    private static boolean isLatin(int point) {
        return point >= '0' && point <= '9' || point >= 'a' && point <= 'z';
    }

    /** A place where a name may begin, and what stands from there on. */
    record Start(int at, String rest) {}

    /** A name in the text; {@code length} counts characters as they are compared. */
    record Place(int at, int length) {
        boolean within(Place other) {
            return at >= other.at && at + length <= other.at + other.length;
        }
    }

    List<Start> starts() {
        return IntStream.range(0, points.length)
                .filter(this::isBeginning)
                .mapToObj(at -> new Start(at, rest(at)))
                .toList();
    }

    private boolean isBeginning(int at) {
        return apart[at] || !isLatin(points[at]) || !isLatin(points[at - 1]);
    }

    private boolean isEnd(int at) {
        return apart[at] || !isLatin(points[at]) || !isLatin(points[at - 1]);
    }

    private String rest(int from) {
        int to = from + 1;
        while (to < points.length && !wall[to] && to - from < LONGEST_NAME) to++;
        return new String(points, from, to - from);
    }

    /** Where these names stand; one of a single character stands in too many others. */
    List<Place> places(Collection<String> names) {
        var wanted = names.stream().filter(name -> length(name) > 1).toList();
        return starts().stream()
                .flatMap(start -> wanted.stream()
                        .filter(start.rest()::startsWith)
                        .map(name -> new Place(start.at(), length(name))))
                .toList();
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /**
     * Whether a name that stands here is surely meant. One character never is. Two are where they stand alone or one of
     * these words follows, Latin letters from three on and as whole words, everything longer always.
     */
    boolean means(Place place, Collection<String> following) {
        int end = place.at() + place.length();
        boolean latin = IntStream.range(place.at(), end).allMatch(at -> isLatin(points[at]));
        boolean letters = IntStream.range(place.at(), end).anyMatch(at -> Character.isLetter(points[at]));
        if (!letters || !isEnd(end)) return false;
        if (latin || place.length() > 2) return place.length() > 2;
        if (place.length() < 2) return false;
        if (apart[place.at()] && apart[end]) return true;
        String rest = end < points.length && !wall[end] ? rest(end) : "";
        return following.stream().anyMatch(rest::startsWith);
    }
}
