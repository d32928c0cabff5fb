package io.chaoxi.customer;

import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.customer.DuplicateSql.Holder;
import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements that find records of other modules by their exact keys, beyond anybody's scope. */
@Component
class KeyedSql {
    private static final int MOST = 5;
    private static final String OWNER_NAME = "owner_name";

    private final DSLContext database;

    KeyedSql(DSLContext database) {
        this.database = database;
    }

    /** At most five that have one of the keys, aside from the record itself and from what became of a customer. */
    List<Holder> holders(Keyed keyed, ExactKeys keys, @Nullable UUID self) {
        var wanted = keys.only(Keyed.FIELDS::contains).byField();
        Condition any = DSL.or(wanted.entrySet().stream()
                .map(key -> keyed.key(key.getKey()).eq(key.getValue()))
                .toList());
        Condition others = self == null ? DSL.noCondition() : keyed.id().ne(self);
        return rows(keyed, keyed.counts().and(others).and(any), MOST).stream()
                .map(row -> holder(keyed, row))
                .toList();
    }

    private static Holder holder(Keyed keyed, Record row) {
        var held = new HashMap<String, String>();
        for (String field : Keyed.FIELDS) {
            String value = row.get(keyed.key(field));
            if (value != null) held.put(field, value);
        }
        return new Holder(
                keyed.object(),
                row.get(keyed.id()),
                row.get(keyed.name()),
                null,
                null,
                row.get(keyed.owner()),
                row.get(keyed.department()),
                row.get(OWNER_NAME, String.class),
                held);
    }

    /** Records by one key, many values at once; aside from deleted ones and from what became of a customer. */
    Map<String, List<Known>> known(Keyed keyed, String field, Collection<String> values) {
        Actor actor = Acting.current();
        var found = new HashMap<String, List<Known>>();
        var having = keyed.key(field).eq(DSL.any(values.toArray(String[]::new)));
        for (Record row : rows(keyed, keyed.counts().and(having), Integer.MAX_VALUE)) {
            var reached = new Reach.Row(row.get(keyed.id()), null, row.get(keyed.owner()), row.get(keyed.department()));
            boolean reach =
                    Reach.toWrite(actor, keyed.object(), reached) && Reach.opensKey(actor, keyed.object(), field);
            var known = new Known(
                    row.get(keyed.id()),
                    Reach.name(actor, keyed.object(), reach, row.get(keyed.name()), Masks::generic),
                    reach,
                    Reach.ownerName(actor, row.get(OWNER_NAME, String.class)));
            found.computeIfAbsent(row.get(keyed.key(field)), key -> new ArrayList<>())
                    .add(known);
        }
        return found;
    }

    private List<? extends Record> rows(Keyed keyed, Condition which, int most) {
        var owner = PERSON.as("owner");
        Field<Long> tenant = keyed.table().field("tenant_id", Long.class);
        List<Field<?>> columns = new ArrayList<>(List.of(keyed.id(), keyed.name(), keyed.owner(), keyed.department()));
        Keyed.FIELDS.forEach(field -> columns.add(keyed.key(field)));
        return database.select(columns)
                .select(owner.NAME.as(OWNER_NAME))
                .from(keyed.table())
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(tenant).and(owner.ID.eq(keyed.owner())))
                .where(keyed.alive())
                .and(which)
                .limit(most)
                .fetch();
    }
}
