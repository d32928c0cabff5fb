package io.chaoxi.notification.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Packs signals into as few messages as PostgreSQL takes (8,000 bytes each). Changes of one object become one signal; of
 * more than fifty records only that there were many is told.
 */
final class Payloads {
    static final int LARGEST = 7_500;
    private static final int MOST_IDS = 50;

    private record Key(long tenant, String object) {}

    private Payloads() {}

    static List<String> of(List<Signal> signals) {
        Set<String> lines = new LinkedHashSet<>();
        Map<Key, Set<UUID>> changed = new LinkedHashMap<>();
        Set<Key> many = new LinkedHashSet<>();
        for (Signal signal : signals) {
            if (signal.kind() != Signal.Kind.CHANGED) {
                lines.add(signal.line());
                continue;
            }
            var key = new Key(signal.tenant(), signal.object());
            changed.computeIfAbsent(key, one -> new LinkedHashSet<>()).addAll(signal.ids());
            if (signal.ids().isEmpty()) many.add(key);
        }
        changed.forEach((key, ids) -> {
            boolean tooMany = many.contains(key) || ids.size() > MOST_IDS;
            lines.add(Signal.changed(key.tenant(), key.object(), tooMany ? List.of() : List.copyOf(ids))
                    .line());
        });
        return packed(lines);
    }

    private static List<String> packed(Set<String> lines) {
        var payloads = new ArrayList<String>();
        var payload = new StringBuilder();
        for (String line : lines) {
            if (!payload.isEmpty() && bytes(payload.toString()) + 1 + bytes(line) > LARGEST) {
                payloads.add(payload.toString());
                payload.setLength(0);
            }
            if (!payload.isEmpty()) payload.append('\n');
            payload.append(line);
        }
        if (!payload.isEmpty()) payloads.add(payload.toString());
        return payloads;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
