package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Likeness.Verdict;
import io.chaoxi.platform.match.MatchSets.Labelled;
import io.chaoxi.platform.match.MatchSets.MatchSet;
import io.chaoxi.platform.match.MatchSets.Pair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the default weights reach on one set: every pair compared, and what blocking would have left out. */
record MatchFigures(
        int records,
        int duplicates,
        int right,
        int wrong,
        int maybeRight,
        int maybeWrong,
        int inBlocks,
        int candidates) {

    static MatchFigures of(MatchSet set) {
        Rarity rarity = Rarity.of(set.parties());
        List<Profile> profiles =
                set.parties().stream().map(party -> Profile.of(party, rarity)).toList();
        var counts = new Counts();
        for (int i = 0; i < profiles.size(); i++) {
            for (int j = i + 1; j < profiles.size(); j++) {
                counts.add(
                        Likeness.between(profiles.get(i), profiles.get(j)).verdict(),
                        set.duplicates().contains(new Pair(i, j)));
            }
        }
        Set<Pair> met = new HashSet<>();
        Blocks.of(profiles).forEachPair(profiles, (one, other) -> met.add(new Pair(one, other)));
        int candidates = met.size();
        met.retainAll(set.duplicates());
        return counts.figures(profiles.size(), set.duplicates().size(), met.size(), candidates);
    }

    /** Pairs that others chose and labelled; all of them are compared, so blocks play no part. */
    static MatchFigures of(List<Labelled> pairs) {
        Set<Party> parties = new HashSet<>();
        pairs.forEach(pair -> parties.addAll(List.of(pair.one(), pair.other())));
        Rarity rarity = Rarity.of(parties);
        var counts = new Counts();
        for (Labelled pair : pairs) {
            Likeness likeness = Likeness.between(Profile.of(pair.one(), rarity), Profile.of(pair.other(), rarity));
            counts.add(likeness.verdict(), pair.duplicate());
        }
        int duplicates = (int) pairs.stream().filter(Labelled::duplicate).count();
        return counts.figures(parties.size(), duplicates, duplicates, pairs.size());
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    double recall() {
        return (double) right / duplicates;
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    double recallOfBlocks() {
        return (double) inBlocks / duplicates;
    }

    String line(String name) {
        List<String> cells = new ArrayList<>(List.of(name, "" + records, "" + duplicates));
        for (double share : List.of(precision(), recall(), f1())) cells.add("%.3f".formatted(share));
        cells.addAll(List.of("" + wrong, "" + (duplicates - right), "%d / %d".formatted(maybeRight, maybeWrong)));
        return "| " + String.join(" | ", cells) + " |";
    }

    String blocksLine(String name) {
        return "| %s | %.3f | %d of %d | %d | %.1f |"
                .formatted(name, recallOfBlocks(), inBlocks, duplicates, candidates, 2.0 * candidates / records);
    }

    private static final class Counts {
        private final Map<Verdict, Integer> same = new EnumMap<>(Verdict.class);
        private final Map<Verdict, Integer> two = new EnumMap<>(Verdict.class);

        void add(Verdict verdict, boolean duplicate) {
            (duplicate ? same : two).merge(verdict, 1, Integer::sum);
        }

        MatchFigures figures(int records, int duplicates, int inBlocks, int candidates) {
            return new MatchFigures(
                    records,
                    duplicates,
                    same.getOrDefault(Verdict.DUPLICATE, 0),
                    two.getOrDefault(Verdict.DUPLICATE, 0),
                    same.getOrDefault(Verdict.MAYBE, 0),
                    two.getOrDefault(Verdict.MAYBE, 0),
                    inBlocks,
                    candidates);
        }
    }
}
