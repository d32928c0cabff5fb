package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.HANDED_OUT;

import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers whose records a job took out of the house, where they are people: ids only, no values. */
@Component
public class HandedOut {
    private final DSLContext database;

    HandedOut(DSLContext database) {
        this.database = database;
    }

    /** The job writes its file anew. */
    @Transactional
    public void begin(UUID job) {
        database.deleteFrom(HANDED_OUT).where(HANDED_OUT.JOB_ID.eq(job)).execute();
    }

    /** Keeps a page of the file, which begins behind so many rows; nothing for records that are no people. */
    @Transactional
    public void add(RecordType type, UUID job, long behind, Collection<UUID> records) {
        if (!type.personal() || records.isEmpty()) return;
        database.insertInto(HANDED_OUT)
                .set(HANDED_OUT.TENANT_ID, Acting.current().tenant())
                .set(HANDED_OUT.JOB_ID, job)
                .set(HANDED_OUT.PLACE, behind)
                .set(HANDED_OUT.OBJECT, type.object())
                .set(HANDED_OUT.RECORDS, records.toArray(UUID[]::new))
                .execute();
    }
}
