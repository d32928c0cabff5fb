package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search over files against the same comparisons made in memory. */
class LikelyPairsTest {
    @TempDir
    Path folder;

    private static List<LikelyPairs.Pair> searched(Path folder, List<Party> parties, int most) {
        Rarity rarity = Rarity.of(parties);
        try (var pairs = new LikelyPairs(folder, rarity, most)) {
            for (int i = 0; i < parties.size(); i++) pairs.add(new UUID(0, i), parties.get(i));
            for (int part = 0; part < LikelyPairs.PARTS; part++) pairs.compare(part);
            return pairs.pairs();
        }
    }

    private static Map<Set<Long>, Double> inMemory(List<Party> parties) {
        Rarity rarity = Rarity.of(parties);
        List<Profile> profiles =
                parties.stream().map(party -> Profile.of(party, rarity)).toList();
        Map<Set<Long>, Double> scores = new HashMap<>();
        Blocks.of(profiles).forEachPair(profiles, (one, other) -> {
            double score =
                    Likeness.between(profiles.get(one), profiles.get(other)).score();
            if (score >= 0.5) scores.put(Set.of((long) one, (long) other), score);
        });
        return scores;
    }

    private static Map<Set<Long>, Double> scores(List<LikelyPairs.Pair> pairs) {
        Map<Set<Long>, Double> scores = new HashMap<>();
        for (var pair : pairs) {
            Set<Long> two =
                    Set.of(pair.one().getLeastSignificantBits(), pair.other().getLeastSignificantBits());
            assertThat(scores.put(two, pair.likeness().score())).as("met twice").isNull();
            assertThat(pair.one()).isLessThan(pair.other());
        }
        return scores;
    }

    @Test
    @Tag("large")
    void findsWhatComparingInMemoryFinds() throws IOException {
        for (var set : List.of(MatchSets.restaurants(), MatchSets.febrl())) {
            var expected = inMemory(set.parties());
            assertThat(expected).hasSizeGreaterThan(90);
            assertThat(scores(searched(folder, set.parties(), 10_000))).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheSurest() {
        List<Party> parties = new ArrayList<>();
        for (String name : List.of("杭州鲲鹏仪表有限公司", "青岛海纳船舶有限公司", "昆明翠湖茶业有限公司", "西安钟楼食品有限公司")) {
            parties.add(Party.company(name).with(Trait.CITY, name));
            parties.add(Party.company(name).with(Trait.CITY, parties.size() < 4 ? name : "another"));
        }
        parties.add(Party.company("杭州鲲鹏仪表有限公司"));
        var all = searched(folder, parties, 100);
        assertThat(all).hasSize(6);
        assertThat(all)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(
                        pair -> -pair.likeness().score()));
        for (int most : new int[] {1, 3, 5, 6}) {
            assertThat(searched(folder, parties, most)).isEqualTo(all.subList(0, most));
        }
    }

    /** A trade that everybody is in says nothing; the two that share a rare name too are found nevertheless. */
    @Test
    void aCrowdIsNotCompared() {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            parties.add(Party.company(
                            "南京" + Character.toString(0x4E00 + 37 * i) + Character.toString(0x7000 + 23 * i) + "科技有限公司")
                    .with(Trait.PHONE, "+862558001234"));
        }
        parties.add(Party.company("南京鎏鑫科技有限公司").with(Trait.EMAIL, "a@liuxin.example"));
        parties.add(Party.company("鎏鑫科技公司").with(Trait.EMAIL, "a@liuxin.example"));
        assertThat(scores(searched(folder, parties, 100)).keySet())
                .isEqualTo(new HashSet<>(inMemory(parties).keySet()))
                .contains(Set.of(300L, 301L));
    }

    /** Longer than what is read of a party at once. */
    @Test
    void findsPartiesOfWhichMuchIsKnown() {
        List<Party> parties = new ArrayList<>();
        for (String name : List.of("杭州鲲鹏仪表有限公司", "青岛海纳船舶有限公司", "鲲鹏仪表（杭州）有限公司")) {
            parties.add(Party.company(name)
                    .with(Trait.NAME, (name + "的英文名").repeat(20))
                    .with(Trait.ADDRESS, (name + "旧址").repeat(20))
                    .with(Trait.EMAIL, "info@kunpeng.example"));
        }
        assertThat(scores(searched(folder, parties, 100)))
                .isEqualTo(inMemory(parties))
                .containsKey(Set.of(0L, 2L));
    }

    @Test
    void leavesNoFiles() {
        searched(folder, List.of(Party.company("甲乙丙丁戊"), Party.company("甲乙丙丁戊")), 10);
        assertThat(folder.toFile().list()).isEmpty();
    }
}
