package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Name.Firm;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of neighbouring characters that many names of a sample have, and which names those are: that 教 and 育 are each
 * rare says nothing of 教育. Several pairs are counted together, for the pairs of 自动化设备 nearly always come together.
 */
final class CommonPairs {
    static final CommonPairs NONE = new CommonPairs(Map.of());

    private final Map<String, BitSet> names;

    private CommonPairs(Map<String, BitSet> names) {
        this.names = names;
    }

    static CommonPairs of(Collection<Profile> sample) {
        Map<String, BitSet> names = new HashMap<>();
        int at = 0;
        for (Profile party : sample) {
            for (Name name : party.names) {
                if (!(name instanceof Firm(CompanyName parts))) continue;
                for (String pair : parts.line.pairs().keySet()) {
                    names.computeIfAbsent(pair, first -> new BitSet()).set(at);
                }
            }
            at++;
        }
        names.values().removeIf(having -> having.cardinality() <= NamePairs.LOOKED_AT);
        return new CommonPairs(Map.copyOf(names));
    }

    /** How many names of the sample have all of these pairs; nought where one of the pairs is not common. */
    int having(Set<String> pairs) {
        BitSet all = new BitSet();
        boolean first = true;
        for (String pair : pairs) {
            BitSet having = names.get(pair);
            if (having == null) return 0;
            if (first) all.or(having);
            else all.and(having);
            first = false;
        }
        return all.cardinality();
    }
}
