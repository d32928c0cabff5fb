package io.chaoxi.cadence;

import static chaoxi.tables.Tables.CADENCE;
import static chaoxi.tables.Tables.TENANT;

import chaoxi.tables.tables.records.CadenceRecord;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Statements on the rhythms of a firm. */
@Component
class CadenceSql {
    private final DSLContext database;
    private final Clock clock;

    CadenceSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How the firm counts its days and writes. */
    record Manner(ZoneId zone, Locale locale) {}

    Manner manner() {
        return database.select(TENANT.TIME_ZONE, TENANT.LOCALE)
                .from(TENANT)
                .where(TENANT.ID.eq(Acting.current().tenant()))
                .fetchSingle(row -> new Manner(ZoneId.of(row.value1()), Locale.of(row.value2())));
    }

    /** Keeps the rhythms as they are until the transaction ends. */
    void hold() {
        advise("pg_advisory_xact_lock_shared");
    }

    /** Waits for all who hold them, and keeps others from it until this transaction ends. */
    void lock() {
        advise("pg_advisory_xact_lock");
    }

    private void advise(String how) {
        var key = DSL.function(
                "hashtextextended",
                SQLDataType.BIGINT,
                DSL.val("cadences"),
                DSL.val(Acting.current().tenant()));
        database.select(DSL.function(how, SQLDataType.OTHER, key)).fetch();
    }

    /** Those that were deleted as well: what they began is to be ended. */
    List<Cadence> everyOne() {
        return database.selectFrom(CADENCE).orderBy(CADENCE.ID).fetch(CadenceSql::read);
    }

    List<Cadence> all() {
        return database.selectFrom(CADENCE)
                .where(CADENCE.DELETED_AT.isNull())
                .orderBy(CADENCE.ID)
                .fetch(CadenceSql::read);
    }

    Optional<Cadence> find(UUID id) {
        return database.selectFrom(CADENCE)
                .where(CADENCE.ID.eq(id))
                .and(CADENCE.DELETED_AT.isNull())
                .fetchOptional(CadenceSql::read);
    }

    private static Cadence read(CadenceRecord row) {
        return new Cadence(
                row.getId(),
                row.getVersion(),
                row.getName(),
                Objects.requireNonNullElse(row.getCondition(), ""),
                row.getEvery(),
                Cadence.Unit.of(row.getUnit()),
                row.getKind(),
                row.getPersonId(),
                row.getRestarts(),
                row.getLeadDays(),
                row.getSubject(),
                row.getGoal(),
                row.getActive() && row.getDeletedAt() == null,
                row.getSince());
    }

    void insert(Cadence cadence) {
        CadenceRecord row = row(cadence);
        row.setTenantId(Acting.current().tenant());
        row.setVersion(1L);
        row.setCreatedAt(now());
        row.setCreatedBy(Acting.current().person());
        database.insertInto(CADENCE).set(row).execute();
    }

    /** Says whether it still had the version. */
    boolean update(Cadence cadence) {
        CadenceRecord row = row(cadence);
        row.touched(CADENCE.ID, false);
        return database.update(CADENCE)
                        .set(row)
                        .set(CADENCE.VERSION, CADENCE.VERSION.plus(1))
                        .where(CADENCE.ID.eq(cadence.id()))
                        .and(CADENCE.VERSION.eq(cadence.version()))
                        .and(CADENCE.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    private CadenceRecord row(Cadence cadence) {
        CadenceRecord row = database.newRecord(CADENCE);
        row.setId(cadence.id());
        row.setName(cadence.name());
        row.setCondition(cadence.condition().isEmpty() ? null : cadence.condition());
        row.setEvery(cadence.every());
        row.setUnit(cadence.unit().key);
        row.setKind(cadence.kind());
        row.setPersonId(cadence.person());
        row.setRestarts(cadence.restarts());
        row.setLeadDays(cadence.leadDays());
        row.setSubject(cadence.subject());
        row.setGoal(cadence.goal());
        row.setActive(cadence.active());
        row.setSince(cadence.since());
        row.setChangedAt(now());
        row.setChangedBy(Acting.current().person());
        return row;
    }

    void delete(UUID id) {
        database.update(CADENCE)
                .set(CADENCE.DELETED_AT, now())
                .set(CADENCE.VERSION, CADENCE.VERSION.plus(1))
                .set(CADENCE.CHANGED_AT, now())
                .set(CADENCE.CHANGED_BY, Acting.current().person())
                .where(CADENCE.ID.eq(id))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
