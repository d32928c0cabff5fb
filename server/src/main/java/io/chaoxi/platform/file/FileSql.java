package io.chaoxi.platform.file;

import static chaoxi.tables.Tables.STORED_FILE;

import chaoxi.tables.tables.records.StoredFileRecord;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on stored files. */
@Component
class FileSql {
    private final DSLContext database;
    private final Clock clock;

    FileSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(StoredFile file) {
        database.insertInto(STORED_FILE)
                .set(STORED_FILE.TENANT_ID, Acting.current().tenant())
                .set(STORED_FILE.ID, file.id())
                .set(STORED_FILE.OBJECT, file.object())
                .set(STORED_FILE.RECORD_ID, file.record())
                .set(STORED_FILE.JOB_ID, file.job())
                .set(STORED_FILE.FIELD, file.field())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.SIZE, file.size())
                .set(STORED_FILE.MEDIA_TYPE, file.mediaType())
                .set(STORED_FILE.AT, file.at().atOffset(ZoneOffset.UTC))
                .set(STORED_FILE.BY_ID, file.by())
                .execute();
    }

    Optional<StoredFile> find(UUID id) {
        return database.selectFrom(STORED_FILE)
                .where(STORED_FILE.ID.eq(id))
                .and(STORED_FILE.DELETED_AT.isNull())
                .fetchOptional(FileSql::file);
    }

    /** The attachments of a record, newest first, behind the given one. */
    List<StoredFile> of(String object, UUID record, @Nullable UUID after, int limit) {
        return database.selectFrom(STORED_FILE)
                .where(STORED_FILE.OBJECT.eq(object))
                .and(STORED_FILE.RECORD_ID.eq(record))
                .and(STORED_FILE.FIELD.isNull())
                .and(STORED_FILE.DELETED_AT.isNull())
                .and(after == null ? DSL.noCondition() : STORED_FILE.ID.lt(after))
                .orderBy(STORED_FILE.ID.desc())
                .limit(limit)
                .fetch(FileSql::file);
    }

    /** Every file of these records, attached or in a field. */
    List<StoredFile> ofAll(Collection<UUID> records) {
        return database.selectFrom(STORED_FILE)
                .where(STORED_FILE.RECORD_ID.in(records))
                .and(STORED_FILE.DELETED_AT.isNull())
                .orderBy(STORED_FILE.ID)
                .fetch(FileSql::file);
    }

    /** Takes the lines away too, with the names that stand in them; answers with what they were. */
    List<StoredFile> forget(Condition which) {
        return database.deleteFrom(STORED_FILE).where(which).returning().fetch(FileSql::file);
    }

    /** Marks a file as deleted; says whether it still was there. */
    boolean delete(UUID id) {
        return database.update(STORED_FILE)
                        .set(STORED_FILE.DELETED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .where(STORED_FILE.ID.eq(id))
                        .and(STORED_FILE.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Up to so many uploads older than this that no record took over. */
    List<StoredFile> waiting(OffsetDateTime before, int limit) {
        return database.selectFrom(STORED_FILE)
                .where(waiting())
                .and(STORED_FILE.AT.lt(before))
                .limit(limit)
                .fetch(FileSql::file);
    }

    /** Marks an upload as deleted unless a record takes it over in the same moment; says whether it did. */
    boolean deleteWaiting(UUID id) {
        return database.update(STORED_FILE)
                        .set(STORED_FILE.DELETED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .where(waiting())
                        .and(STORED_FILE.ID.eq(id))
                        .execute()
                == 1;
    }

    private static Condition waiting() {
        return STORED_FILE.FIELD.isNotNull().and(STORED_FILE.RECORD_ID.isNull()).and(STORED_FILE.DELETED_AT.isNull());
    }

    /** The bytes that the firm's files take. */
    long used() {
        Long bytes = database.select(DSL.sum(STORED_FILE.SIZE).cast(Long.class))
                .from(STORED_FILE)
                .where(STORED_FILE.DELETED_AT.isNull())
                .fetchSingle()
                .value1();
        return bytes == null ? 0 : bytes;
    }

    private static StoredFile file(StoredFileRecord row) {
        return new StoredFile(
                row.getId(),
                row.getName(),
                row.getSize(),
                row.getMediaType(),
                row.getAt().toInstant(),
                row.getById(),
                row.getObject(),
                row.getRecordId(),
                row.getJobId(),
                row.getField());
    }
}
