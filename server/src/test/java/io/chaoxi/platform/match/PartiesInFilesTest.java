package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down beside the heap comes back as it was. */
class PartiesInFilesTest {
    @TempDir
    Path folder;

    private static Party party(int number) {
        return new Party(number % 2 == 0 ? Party.Kind.COMPANY : Party.Kind.PERSON, Map.of())
                .with(Trait.NAME, "恒锐" + number)
                .with(Trait.NAME, "Hengrui ".repeat(number * 20))
                .with(Trait.PHONE, "+86138" + number);
    }

    @Test
    void partiesAreReadInAnyOrder() throws IOException {
        List<PartyFile.Kept> parties = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        try (var file = new PartyFile(folder.resolve("parties"))) {
            for (int i = 0; i < 60; i++) {
                var kept = new PartyFile.Kept(
                        new UUID(i, -i), party(i), new Random(i).longs(i).toArray());
                parties.add(kept);
                places.add(file.add(kept));
            }
            file.written();
            for (int i = 59; i >= 0; i--) {
                var read = file.read(places.get(i));
                assertThat(read.id).isEqualTo(parties.get(i).id);
                assertThat(read.party).isEqualTo(parties.get(i).party);
                assertThat(read.keys).isEqualTo(parties.get(i).keys);
            }
            assertThatThrownBy(() -> file.read(places.getLast() + 100_000)).isInstanceOf(IOException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Map<Long, Set<Long>> blocks(KeyFiles files) throws IOException {
        Map<Long, Set<Long>> blocks = new HashMap<>();
        for (int part = 0; part < KeyFiles.PARTS; part++) {
            files.forEachBlock(part, (key, places) -> {
                var block = new TreeSet<Long>();
                for (long place : places) block.add(place);
                assertThat(blocks.put(key, block)).as("one block for a key").isNull();
                assertThat(block).hasSize(places.length);
            });
        }
        return blocks;
    }

    @Test
    void everyKeyBringsTogetherAllThatHaveIt() throws IOException {
        Map<Long, Set<Long>> expected = new HashMap<>();
        try (var files = new KeyFiles(folder)) {
            for (long place = 0; place < 3_000; place++) {
                long key = KeyFiles.key("key" + place % 700);
                files.add(key, place * 1_000_003);
                expected.computeIfAbsent(key, any -> new TreeSet<>()).add(place * 1_000_003);
            }
            files.add(KeyFiles.key("alone"), 5);
            files.written();
            assertThat(blocks(files)).isEqualTo(expected).hasSize(700);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keysOfDifferentTextsDifferAndSpreadOverAllFiles() {
        Set<Long> keys = new TreeSet<>();
        Set<Long> parts = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            long key = KeyFiles.key("c" + Character.toString(0x4E00 + i % 200) + Character.toString(0x4E00 + i / 200));
            keys.add(key);
            parts.add(key >>> 58);
        }
        assertThat(keys).hasSize(20_000).allMatch(key -> (key & ((1 << 22) - 1)) == 0);
        assertThat(parts).hasSize(KeyFiles.PARTS);
        assertThat(KeyFiles.key("ab")).isNotEqualTo(KeyFiles.key("ba")).isEqualTo(KeyFiles.key("ab"));
    }
}
