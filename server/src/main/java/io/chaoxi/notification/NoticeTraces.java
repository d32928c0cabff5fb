package io.chaoxi.notification;

import static chaoxi.tables.Tables.NOTIFICATION;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notices that lead to a person's record or speak of him. */
@Component
@Order(7)
class NoticeTraces implements Traces {
    private final DSLContext database;

    NoticeTraces(DSLContext database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "notices";
    }

    /** Of his record; with one of his numbers; of a record around his, with his name. */
    private static Condition about(Traced person) {
        Condition named = person.within(NOTIFICATION.TITLE).or(person.within(NOTIFICATION.TEXT));
        Condition numbered = person.numbered(NOTIFICATION.TITLE).or(person.numbered(NOTIFICATION.TEXT));
        return DSL.or(
                leadingTo(person.records()),
                numbered,
                leadingTo(person.around()).and(named));
    }

    private static Condition leadingTo(Collection<UUID> records) {
        return records.stream()
                .map(record -> NOTIFICATION.LINK.endsWith("/" + record))
                .reduce(DSL.falseCondition(), Condition::or);
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return database.selectFrom(NOTIFICATION)
                .where(about(person))
                .orderBy(NOTIFICATION.ID)
                .fetch(row -> {
                    var told = new LinkedHashMap<String, @Nullable Object>();
                    told.put("at", row.getAt().toInstant().toString());
                    told.put("title", row.getTitle());
                    told.put("text", row.getText());
                    return told;
                });
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        database.deleteFrom(NOTIFICATION).where(about(person)).execute();
        return null;
    }
}
