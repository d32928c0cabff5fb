package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the slot of a custom field for the records that were written before the field had one. */
@Component
public class SlotFilling {
    private static final int BATCH = 1_000;

    private final Catalogues catalogues;
    private final DSLContext database;

    SlotFilling(Catalogues catalogues, DSLContext database) {
        this.catalogues = catalogues;
        this.database = database;
    }

    /** How many records were looked at and where to go on; null at the end. */
    public record Filled(int records, @Nullable UUID next) {}

    /**
     * Fills up to a thousand records behind the given one, the recycle bin too.
     * A record that somebody changes at the same time is left to him: whoever writes now fills the slot himself. What
     * another field left in the slot is overwritten.
     */
    @Transactional
    public Filled fill(String object, String name, @Nullable UUID after) {
        Catalogue catalogue = catalogues.of(object);
        Field field = catalogue.all().stream()
                .filter(found -> found.name().equals(name) && found.slot() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        RecordType type = catalogue.type();
        List<? extends Record> rows = read(type, after);
        if (!rows.isEmpty()) write(type, field, rows);
        UUID next = rows.size() < BATCH ? null : rows.getLast().get("id", UUID.class);
        return new Filled(rows.size(), next);
    }

    private List<? extends Record> read(RecordType type, @Nullable UUID after) {
        var id = type.column("id", UUID.class);
        return database.select(id, type.column("version"), type.column("custom"))
                .from(type.table())
                .where(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(BATCH)
                .fetch();
    }

    @SuppressWarnings("unchecked")
    private void write(RecordType type, Field field, List<? extends Record> rows) {
        var slot = type.column(String.valueOf(field.slot()));
        var reader = new RowReader(List.of(field));
        var values = new ArrayList<Row3<UUID, Long, Object>>();
        for (Record row : rows) {
            Object value = reader.values(row).get(field.name());
            var key = DSL.val(RecordFields.slotValue(field, value), slot.getDataType());
            values.add(DSL.row(DSL.val(row.get("id", UUID.class)), DSL.val(row.get("version", Long.class)), key));
        }
        var filled = DSL.values(values.toArray(Row3[]::new)).as("filled", "id", "version", "slot");
        var key = DSL.field(DSL.name("filled", "slot"), slot.getDataType()).cast(slot.getDataType());
        database.update(type.table())
                .set(Map.of(slot, key))
                .from(filled)
                .where(type.column("id", UUID.class).eq(DSL.field(DSL.name("filled", "id"), UUID.class)))
                .and(type.column("version", Long.class).eq(DSL.field(DSL.name("filled", "version"), Long.class)))
                .and(slot.isDistinctFrom(key))
                .execute();
    }
}
