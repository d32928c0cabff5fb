package io.chaoxi.platform.record;

import io.chaoxi.platform.trace.Touches;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People whom nobody has dealt with since a day, among those in the charge of the acting person, the recycle bin too. */
@Component
public class UntouchedPeople {
    private final DSLContext database;
    private final ObjectProvider<Touches> touches;

    UntouchedPeople(DSLContext database, ObjectProvider<Touches> touches) {
        this.database = database;
        this.touches = touches;
    }

    /**
     * Somebody with the last time that anything was written about him.
     *
     * @param title as it is stored
     */
    public record Untouched(UUID id, String title, Instant last, boolean binned) {}

    /**
     * Whom is asked for.
     *
     * @param binnedOnly only people who are in the recycle bin, by themselves or with what they belong to
     * @param besides what else must hold of their ids
     */
    public record Asked(OffsetDateTime since, boolean binnedOnly, Function<Field<UUID>, Condition> besides) {}

    /** In the order of their ids, behind the given one. */
    @Transactional(readOnly = true)
    public List<Untouched> of(Catalogue catalogue, Asked asked, @Nullable UUID after, int limit) {
        RecordType type = catalogue.type();
        var id = type.column("id", UUID.class);
        var title = type.column(
                String.valueOf(type.field(type.title()).orElseThrow().column()), String.class);
        var last = last(type);
        var binned = type.column("deleted_at").isNotNull();
        return database.select(id, title, last, DSL.field(binned))
                .from(type.table())
                .where(condition(catalogue, asked))
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(limit)
                .fetch(row -> new Untouched(
                        row.value1(), row.value2(), row.value3().toInstant(), Boolean.TRUE.equals(row.value4())));
    }

    /** How many they are, counted no further than the limit. */
    @Transactional(readOnly = true)
    public int count(Catalogue catalogue, Asked asked, int limit) {
        var counted = DSL.selectOne()
                .from(catalogue.type().table())
                .where(condition(catalogue, asked))
                .limit(DSL.inline(limit))
                .asTable("counted");
        Integer count = database.select(DSL.count()).from(counted).fetchSingle().value1();
        return count == null ? 0 : count;
    }

    /** Whether somebody is still among them. */
    @Transactional(readOnly = true)
    public boolean holds(Catalogue catalogue, Asked asked, UUID record) {
        var type = catalogue.type();
        return database.fetchExists(DSL.selectOne()
                .from(type.table())
                .where(type.column("id", UUID.class).eq(record))
                .and(condition(catalogue, asked)));
    }

    private Condition condition(Catalogue catalogue, Asked asked) {
        RecordType type = catalogue.type();
        var state = asked.binnedOnly() ? type.binned() : type.alive().or(type.binned());
        return DSL.and(
                RecordScope.own(type, catalogue.actor()).condition(type),
                type.column("changed_at", OffsetDateTime.class).lt(asked.since()),
                state,
                last(type).lt(asked.since()),
                asked.besides().apply(type.column("id", UUID.class)));
    }

    private Field<OffsetDateTime> last(RecordType type) {
        var changed = type.column("changed_at", OffsetDateTime.class);
        var others = new ArrayList<Field<OffsetDateTime>>();
        touches.forEach(one -> others.add(one.newest(type.object(), type.column("id", UUID.class))));
        return DSL.greatest(changed, others.toArray(Field<?>[]::new));
    }

    /** So far back from a time, in whole months of the calendar. */
    public static OffsetDateTime back(Instant now, int months) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(months);
    }
}
