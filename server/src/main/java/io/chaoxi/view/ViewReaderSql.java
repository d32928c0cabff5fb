package io.chaoxi.view;

import static chaoxi.tables.Tables.VIEW_READER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whom chosen views are shown to. */
@Component
class ViewReaderSql {
    private final DSLContext database;

    ViewReaderSql(DSLContext database) {
        this.database = database;
    }

    /** By view, without their names. */
    Map<UUID, List<SavedView.Reader>> of(Collection<UUID> views) {
        return database.select(VIEW_READER.VIEW_ID, VIEW_READER.READER, VIEW_READER.READER_ID)
                .from(VIEW_READER)
                .where(VIEW_READER.VIEW_ID.in(views))
                .orderBy(VIEW_READER.READER, VIEW_READER.READER_ID)
                .fetchGroups(VIEW_READER.VIEW_ID, row -> new SavedView.Reader(row.value2(), row.value3(), null));
    }

    /** From now on these and no others. */
    void replace(UUID view, List<SavedView.Reader> readers, long tenant) {
        database.deleteFrom(VIEW_READER).where(VIEW_READER.VIEW_ID.eq(view)).execute();
        if (readers.isEmpty()) return;
        var insert = database.insertInto(
                VIEW_READER, VIEW_READER.TENANT_ID, VIEW_READER.VIEW_ID, VIEW_READER.READER, VIEW_READER.READER_ID);
        for (var reader : readers) insert = insert.values(tenant, view, reader.object(), reader.id());
        insert.execute();
    }
}
