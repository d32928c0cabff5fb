package io.chaoxi.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredActorsTest {
    private static UUID department(long number) {
        return new UUID(0, number);
    }

    @Test
    void theTreeBeginsWithItsRootAndEndsAlsoInACycle() {
        UUID root = department(1);
        UUID left = department(2);
        UUID leaf = department(3);
        var parents = Map.of(left, root, leaf, left, department(4), department(5));
        assertThat(StoredActors.tree(root, parents)).startsWith(root).containsExactlyInAnyOrder(root, left, leaf);
        assertThat(StoredActors.tree(root, Map.of(root, leaf, leaf, root))).isEqualTo(List.of(root, leaf));
    }
}
