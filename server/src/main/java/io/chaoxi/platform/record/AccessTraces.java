package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.ACCESS_LOG;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who looked at masked values of a person or took his data out. Holds no values, so nothing of it goes with him. */
@Component
@Order(3)
class AccessTraces implements Traces {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final RecordLabels labels;

    AccessTraces(DSLContext database, RecordLabels labels) {
        this.database = database;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return "accesses";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var lines = database.selectFrom(ACCESS_LOG)
                .where(ACCESS_LOG.OBJECT.eq(person.object()))
                .and(ACCESS_LOG.RECORD_ID.in(person.records()))
                .orderBy(ACCESS_LOG.ID)
                .fetch();
        var names = labels.of(
                "person",
                lines.stream()
                        .map(line -> line.getById())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return lines.map(line -> {
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("at", line.getAt().toInstant().toString());
            told.put("by", line.getById() == null ? null : names.get(line.getById()));
            told.put("action", line.getAction());
            told.put(
                    "detail",
                    line.getDetail() == null
                            ? null
                            : JSON.readValue(line.getDetail().data(), Object.class));
            return told;
        });
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        return null;
    }
}
