package io.chaoxi.platform.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How much an agreement says: that two share the name Ouyang says more than that they share Li. In bits, log2 of one
 * over the share of records that have the word, as in the frequency-based weights of Winkler (Frequency-based matching
 * in Fellegi-Sunter record linkage, US Census Bureau 2000). A file of any size can be counted, a sample of some ten
 * thousand records suffices; {@link #unknown} is for when nothing was counted.
 */
public final class Rarity {
    /** What was seen before counting: as many records, each word once. So a small file does not overrate a word. */
    private static final double SEEN_BEFORE = 256;

    private static final double LEAST = 0.5;
    private static final double MOST = 13;
    private static final Rarity UNKNOWN = new Rarity(Map.of(), Map.of(), CommonPairs.NONE, 0);

    private final Map<String, Integer> records;
    private final Map<String, Integer> colleagues;
    private final CommonPairs pairs;
    private final int size;

    private Rarity(Map<String, Integer> records, Map<String, Integer> colleagues, CommonPairs pairs, int size) {
        this.colleagues = colleagues;
        this.records = records;
        this.pairs = pairs;
        this.size = size;
    }

    public static Rarity unknown() {
        return UNKNOWN;
    }

    /** Counts in how many of these parties each word, character, number or address occurs. */
    public static Rarity of(Collection<Party> parties) {
        Map<String, Integer> records = new HashMap<>();
        List<Profile> profiles =
                parties.stream().map(party -> Profile.of(party, UNKNOWN)).toList();
        for (Profile profile : profiles) {
            for (String word : new HashSet<>(profile.words())) records.merge(word, 1, Integer::sum);
        }
        return new Rarity(Map.copyOf(records), Map.of(), CommonPairs.of(profiles), parties.size());
    }

    /** The same, where it is known how many work for an employer, by what the trait says; unknown are two. */
    public Rarity with(Map<String, Integer> work) {
        return new Rarity(records, Map.copyOf(work), pairs, size);
    }

    CommonPairs pairs() {
        return pairs;
    }

    /** How much less it says that two work there because more do. */
    double lostAmong(String employer) {
        return Math.log(Math.max(1, colleagues.getOrDefault(employer, 2) / 2.0)) / Math.log(2);
    }

    /** {@code word} with the sign of its kind in front, see {@link Profile#words}. */
    double bits(String word) {
        double share = (records.getOrDefault(word, 0) + 1) / (size + SEEN_BEFORE);
        return Math.clamp(-Math.log(share) / Math.log(2), LEAST, MOST);
    }

    /** How much less an agreement says because more than two parties share the word: the switchboard of a tower. */
    double lost(String word) {
        return Math.log(Math.max(1, records.getOrDefault(word, 0) / 2.0)) / Math.log(2);
    }
}
