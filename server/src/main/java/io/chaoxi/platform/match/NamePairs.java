package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Name.Firm;
import io.chaoxi.platform.match.Name.Spelt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which companies to compare with a name, found through an index of pairs of neighbouring characters (as
 * {@link io.chaoxi.platform.text.SearchTokens} makes them): names that look alike have one of these sets of pairs whole.
 * Sets of two pairs keep what an index reads small; one pair alone only if it is the most telling.
 */
public final class NamePairs {
    /** So many of those that have a set of pairs are looked at; what more of a sample have is common. */
    public static final int LOOKED_AT = 40;

    private static final int TELLING = 3;
    private static final int TELLING_WORDS = 3;

    private NamePairs() {}

    /**
     * At most four sets for each name, the most telling ones first. What very many names have is left out, for only some
     * of them would be looked at; unless a name has nothing else.
     */
    public static List<Set<String>> of(Profile party, Rarity rarity) {
        Set<Set<String>> ways = new LinkedHashSet<>();
        for (Name name : party.names) {
            switch (name) {
                case Firm(CompanyName parts) -> ways.addAll(ways(parts, rarity.pairs()));
                case Spelt spelt -> ways.addAll(together(words(spelt)));
                case Name.ChinesePerson person -> ways.add(neighbours(person.whole()));
            }
        }
        ways.removeIf(Set::isEmpty);
        return List.copyOf(ways);
    }

    /** A core of two characters has one pair, so what stands around it has to help. */
    private static List<Set<String>> ways(CompanyName parts, CommonPairs common) {
        List<Set<String>> telling = pairs(parts.core, common);
        if (telling.size() < 2) {
            Set<Set<String>> more = new LinkedHashSet<>(telling);
            more.addAll(pairs(parts.line, common));
            telling = List.copyOf(more);
        }
        List<Set<String>> ways = together(telling.stream().limit(TELLING).toList());
        List<Set<String>> few =
                ways.stream().filter(way -> common.having(way) <= LOOKED_AT).toList();
        return few.isEmpty()
                ? ways.stream().min(Comparator.comparingInt(common::having)).stream()
                        .toList()
                : few;
    }

    /** Each pair of the line once, those that say most first. */
    private static List<Set<String>> pairs(Line line, CommonPairs common) {
        return line.pairs().entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Double> pair) -> common.having(Set.of(pair.getKey())))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .map(pair -> Set.of(pair.getKey()))
                .toList();
    }

    private static List<Set<String>> words(Spelt name) {
        return name.words().telling(TELLING_WORDS).stream()
                .map(NamePairs::neighbours)
                .toList();
    }

    private static Set<String> neighbours(String text) {
        int[] points = text.codePoints().toArray();
        return IntStream.range(0, points.length - 1)
                .mapToObj(at -> new String(points, at, 2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The most telling alone, and each two of them. */
    private static List<Set<String>> together(List<Set<String>> telling) {
        List<Set<String>> ways = new ArrayList<>();
        for (int i = 0; i < telling.size(); i++) {
            for (int j = i + 1; j < telling.size(); j++) {
                Set<String> both = new LinkedHashSet<>(telling.get(i));
                both.addAll(telling.get(j));
                ways.add(both);
            }
        }
        if (!telling.isEmpty()) ways.add(telling.getFirst());
        return ways;
    }
}
