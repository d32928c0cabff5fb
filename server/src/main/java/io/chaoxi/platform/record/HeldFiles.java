package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.STORED_FILE;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The files that fields of records hold. An upload waits for its record as its maker's alone; the first record that names
 * it in the field it was uploaded for takes it over for good. A file that is taken out of the field later stays, so that
 * an undo can bring it back. docs/decisions/0011-file-fields.md
 */
@Component
class HeldFiles {
    private final DSLContext database;

    HeldFiles(DSLContext database) {
        this.database = database;
    }

    /** The files by id. Names and sizes only, for whoever may read the field. */
    Map<UUID, HeldFile> of(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return database.select(STORED_FILE.ID, STORED_FILE.NAME, STORED_FILE.SIZE, STORED_FILE.MEDIA_TYPE)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(STORED_FILE.ID, row -> new HeldFile(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /**
     * Makes the files that the change adds the record's own. Refuses what is neither a waiting upload of the acting person
     * for this field nor was in it before: another's file and a missing one look the same.
     */
    void takeOver(Catalogue catalogue, RecordChange change) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : catalogue.custom()) {
            if (field.type() != FieldType.FILES) continue;
            Set<UUID> added = new LinkedHashSet<>(ids(change.after().get(field.name())));
            added.removeAll(ids(change.before().get(field.name())));
            if (added.isEmpty()) continue;
            Place place = new Place(catalogue, field, change.id());
            boolean all = taken(place, added) == added.size() || owned(place, added) == added.size();
            if (!all) errors.add(new FieldError(field.name(), "unknownFile"));
        }
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    private record Place(Catalogue catalogue, Field field, UUID record) {}

    /** The ids in a value of a field of files. */
    static List<UUID> ids(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> ids ? ids.stream().map(UUID.class::cast).toList() : List.of();
    }

    /** Of two records that want one upload at once the second waits here and then finds it taken. */
    private int taken(Place place, Set<UUID> files) {
        return database.update(STORED_FILE)
                .set(STORED_FILE.RECORD_ID, place.record())
                .where(STORED_FILE.ID.eq(DSL.any(files.toArray(UUID[]::new))))
                .and(STORED_FILE.RECORD_ID.isNull())
                .and(STORED_FILE.OBJECT.eq(place.catalogue().type().object()))
                .and(STORED_FILE.FIELD.eq(place.field().name()))
                .and(STORED_FILE.BY_ID.eq(place.catalogue().actor().person()))
                .and(STORED_FILE.DELETED_AT.isNull())
                .execute();
    }

    private int owned(Place place, Set<UUID> files) {
        return database.fetchCount(
                STORED_FILE,
                STORED_FILE.ID.eq(DSL.any(files.toArray(UUID[]::new))),
                STORED_FILE.RECORD_ID.eq(place.record()),
                STORED_FILE.OBJECT.eq(place.catalogue().type().object()),
                STORED_FILE.FIELD.eq(place.field().name()),
                STORED_FILE.DELETED_AT.isNull());
    }
}
