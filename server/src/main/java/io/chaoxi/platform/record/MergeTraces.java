package io.chaoxi.platform.record;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** When which of a person's records were made one. The notes by which a merge is undone go with the records. */
@Component
@Order(2)
class MergeTraces implements Traces {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MergeSql merges;

    MergeTraces(MergeSql merges) {
        this.merges = merges;
    }

    @Override
    public String kind() {
        return "merges";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return merges.of(person.object(), person.records()).stream()
                .map(merge -> {
                    var told = new LinkedHashMap<String, @Nullable Object>();
                    told.put("at", merge.getAt().toInstant().toString());
                    told.put("record", merge.getSurvivorId().toString());
                    told.put(
                            "others",
                            merges.others(merge.getId()).stream()
                                    .map(UUID::toString)
                                    .toList());
                    told.put("changes", JSON.readValue(merge.getChanges().data(), Object.class));
                    told.put("undone", merge.getUndoneAt() != null);
                    return (Map<String, @Nullable Object>) told;
                })
                .toList();
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        return null;
    }
}
