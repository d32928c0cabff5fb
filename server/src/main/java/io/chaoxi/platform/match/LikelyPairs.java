package io.chaoxi.platform.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs among any number of parties that are more likely one than two, in memory that does not grow with them:
 * parties and keys lie in files. All that share a key ({@link BlockingKeys}) are compared, each two once; a key with more
 * than {@value #CROWD} parties is left out whole, for it tells nothing (the switchboard of a tower, the two characters
 * 科技), and a true pair has others. Add all, then compare each part, then ask for the pairs.
 */
public final class LikelyPairs implements AutoCloseable {
    /** How many parts there are to compare, about equally large. */
    public static final int PARTS = KeyFiles.PARTS;

    private static final int CROWD = 200;
    private static final double LIKELIER_THAN_NOT = 0.5;
    private static final Comparator<Pair> SUREST_LAST =
            Comparator.comparingDouble(Pair::score).thenComparing(Pair::one).thenComparing(Pair::other);

    private final Rarity rarity;
    private final int most;
    private final PartyFile parties;
    private final KeyFiles keys;
    private final PriorityQueue<Pair> found = new PriorityQueue<>(SUREST_LAST);
    private long @Nullable [] crowded;

    /** Two that are probably one; {@code one} is the lesser id. */
    public record Pair(UUID one, UUID other, Likeness likeness) {
        double score() {
            return likeness.score();
        }
    }

    /**
     * @param folder for files that hold some 500 bytes for each party; it must exist
     * @param most that many pairs are kept, the surest
     */
    public LikelyPairs(Path folder, Rarity rarity, int most) {
        this.rarity = rarity;
        this.most = most;
        try {
            parties = new PartyFile(folder.resolve("parties"));
            keys = new KeyFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(UUID id, Party party) {
        long[] own = BlockingKeys.of(Profile.of(party, rarity)).stream()
                .mapToLong(KeyFiles::key)
                .sorted()
                .distinct()
                .toArray();
        try {
            long place = parties.add(new PartyFile.Kept(id, party, own));
            for (long key : own) keys.add(key, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares those whose keys lie in this part, from 0 to {@link #PARTS}. */
    public void compare(int part) {
        try {
            if (crowded == null) crowded = crowdedKeys();
            keys.forEachBlock(part, (key, places) -> {
                if (places.length <= CROWD) compare(key, places);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys that too many have, in ascending order. */
    private long[] crowdedKeys() throws IOException {
        parties.written();
        keys.written();
        var crowded = LongStream.builder();
        for (int part = 0; part < PARTS; part++) {
            keys.forEachBlock(part, (key, places) -> {
                if (places.length > CROWD) crowded.add(key);
            });
        }
        return crowded.build().sorted().toArray();
    }

    /** A party of a block; prepared for comparing when it first meets one. */
    private final class Member {
        final PartyFile.Kept kept;
        private @Nullable Profile profile;

        Member(PartyFile.Kept kept) {
            this.kept = kept;
        }

        Profile profile() {
            if (profile == null) profile = Profile.of(kept.party, rarity);
            return profile;
        }
    }

    private void compare(long key, long[] places) throws IOException {
        Member[] members = new Member[places.length];
        for (int i = 0; i < places.length; i++) members[i] = new Member(parties.read(places[i]));
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (meetBefore(key, members[i].kept.keys, members[j].kept.keys)) continue;
                note(members[i], members[j]);
            }
        }
    }

    /** Whether two parties with this key are compared in the block of another one, the least that they share. */
    private boolean meetBefore(long key, long[] one, long[] other) {
        for (int i = 0, j = 0; ; ) {
            if (one[i] < other[j]) i++;
            else if (one[i] > other[j]) j++;
            else if (one[i] == key) return false;
            else if (Arrays.binarySearch(Objects.requireNonNull(crowded), one[i]) < 0) return true;
            else {
                i++;
                j++;
            }
        }
    }

    private void note(Member one, Member other) {
        Likeness likeness = Likeness.between(one.profile(), other.profile());
        if (likeness.score() < LIKELIER_THAN_NOT) return;
        boolean inOrder = one.kept.id.compareTo(other.kept.id) < 0;
        found.add(
                inOrder
                        ? new Pair(one.kept.id, other.kept.id, likeness)
                        : new Pair(other.kept.id, one.kept.id, likeness));
        if (found.size() > most) found.remove();
    }

    /** What was found so far, the surest first. */
    public List<Pair> pairs() {
        return found.stream().sorted(SUREST_LAST.reversed()).toList();
    }

    @Override
    public void close() {
        try (parties) {
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
