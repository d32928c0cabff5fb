package io.chaoxi.identity.firm;

import static chaoxi.tables.Tables.INSTALLATION;
import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on firms and the installation. They stand outside the tenant wall. */
@Component
class FirmSql {
    private final DSLContext database;
    private final Clock clock;

    FirmSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A firm as the settings page shows it. */
    record FirmRow(
            long version, String name, @Nullable String shortName, String timeZone, String locale, String currency) {}

    boolean open() {
        return database.fetchExists(DSL.selectOne().from(INSTALLATION).where(INSTALLATION.SET_UP_AT.isNull()));
    }

    /** Closes set-up for ever; says whether it was this call that did. */
    boolean close() {
        return database.update(INSTALLATION)
                        .set(INSTALLATION.SET_UP_AT, now())
                        .setNull(INSTALLATION.SETUP_CODE_HASH)
                        .where(INSTALLATION.SET_UP_AT.isNull())
                        .execute()
                == 1;
    }

    void setCode(byte[] digest) {
        database.update(INSTALLATION)
                .set(INSTALLATION.SETUP_CODE_HASH, digest)
                .where(INSTALLATION.SET_UP_AT.isNull())
                .execute();
    }

    boolean isCode(byte[] digest) {
        return database.fetchExists(DSL.selectOne().from(INSTALLATION).where(INSTALLATION.SETUP_CODE_HASH.eq(digest)));
    }

    /** The number of a firm to come; needed before its transaction begins, which is told whose it is. */
    long nextTenant() {
        Long next = database.select(DSL.sequence(DSL.name("tenant_id_seq"), SQLDataType.BIGINT)
                        .nextval())
                .fetchSingle()
                .value1();
        return next;
    }

    void insert(long id, NewFirm firm) {
        database.insertInto(TENANT)
                .set(TENANT.ID, id)
                .set(TENANT.NAME, firm.firm())
                .set(TENANT.TIME_ZONE, firm.timeZone().getId())
                .set(TENANT.LOCALE, firm.locale())
                .set(TENANT.CREATED_AT, now())
                .execute();
    }

    FirmRow firm() {
        return database.select(
                        TENANT.VERSION,
                        TENANT.NAME,
                        TENANT.SHORT_NAME,
                        TENANT.TIME_ZONE,
                        TENANT.LOCALE,
                        TENANT.CURRENCY)
                .from(TENANT)
                .where(TENANT.ID.eq(Acting.current().tenant()))
                .fetchSingleInto(FirmRow.class);
    }

    void markSample(boolean sample) {
        database.update(TENANT)
                .set(TENANT.SAMPLE, sample)
                .where(TENANT.ID.eq(Acting.current().tenant()))
                .execute();
    }

    /** Says whether the firm still had the expected version. */
    boolean change(Map<Field<String>, @Nullable String> values, long version) {
        return database.update(TENANT)
                        .set(TENANT.VERSION, version + 1)
                        .set(values)
                        .where(TENANT.ID.eq(Acting.current().tenant()))
                        .and(TENANT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
