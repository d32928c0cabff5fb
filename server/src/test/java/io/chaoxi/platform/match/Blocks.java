package io.chaoxi.platform.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Which parties of a file are worth comparing: those that share a key. A key with more than {@value #MOST} parties is
 * left out whole, for it tells nothing (the switchboard of a tower, the two characters 科技); a true pair has others. So
 * no party meets more than the number of its keys times {@value #MOST} others, however large the file.
 */
public final class Blocks {
    /** Measured, see docs/matching.md. */
    public static final int MOST = 200;

    private final Map<String, int[]> members = new HashMap<>();

    /** The parties are known by their place in the list. */
    public static Blocks of(List<Profile> parties) {
        Blocks blocks = new Blocks();
        for (int i = 0; i < parties.size(); i++) {
            for (String key : BlockingKeys.of(parties.get(i))) blocks.add(key, i);
        }
        return blocks;
    }

    /** The array holds how many there are, then who; a full block keeps its number only. */
    private void add(String key, int party) {
        int[] block = members.computeIfAbsent(key, none -> new int[3]);
        int size = ++block[0];
        if (size > MOST) {
            if (block.length > 1) members.put(key, new int[] {size});
            return;
        }
        if (size == block.length) {
            block = Arrays.copyOf(block, Math.min(MOST + 1, 2 * size));
            members.put(key, block);
        }
        block[size] = party;
    }

    /** Every pair once that shares a key; the first is the one that stands earlier in the list. */
    public void forEachPair(List<Profile> parties, BiConsumer<Integer, Integer> use) {
        for (int i = 0; i < parties.size(); i++) {
            int earlier = i;
            for (int other : candidates(parties.get(i))) {
                if (other < earlier) use.accept(other, earlier);
            }
        }
    }

    /** All that share a key with this party, itself among them if it was put in; each once. */
    public int[] candidates(Profile party) {
        return BlockingKeys.of(party).stream()
                .map(members::get)
                .filter(block -> block != null && block[0] <= MOST)
                .flatMapToInt(block -> Arrays.stream(block, 1, block[0] + 1))
                .distinct()
                .toArray();
    }
}
