package io.chaoxi.privacy;

import static chaoxi.tables.Tables.CONSENT;
import static chaoxi.tables.Tables.CONSENT_TEXT;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every statement on consents and what they are given to. */
@Component
class ConsentSql {
    private final DSLContext database;
    private final Clock clock;

    ConsentSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All versions, the newest of each first. */
    List<ConsentText> texts() {
        return database.selectFrom(CONSENT_TEXT)
                .orderBy(CONSENT_TEXT.NAME, CONSENT_TEXT.CHANNEL, CONSENT_TEXT.VERSION.desc())
                .fetch(ConsentSql::text);
    }

    Optional<ConsentText> text(UUID id) {
        return database.selectFrom(CONSENT_TEXT).where(CONSENT_TEXT.ID.eq(id)).fetchOptional(ConsentSql::text);
    }

    /** As the next version of its name and channel; of two at the same moment the constraint lets one through. */
    UUID addText(String name, String channel, String text) {
        var actor = Acting.current();
        UUID id = Ids.next();
        Integer last = database.select(DSL.max(CONSENT_TEXT.VERSION))
                .from(CONSENT_TEXT)
                .where(CONSENT_TEXT.NAME.eq(name))
                .and(CONSENT_TEXT.CHANNEL.eq(channel))
                .fetchSingle()
                .value1();
        database.insertInto(CONSENT_TEXT)
                .set(CONSENT_TEXT.TENANT_ID, actor.tenant())
                .set(CONSENT_TEXT.ID, id)
                .set(CONSENT_TEXT.NAME, name)
                .set(CONSENT_TEXT.CHANNEL, channel)
                .set(CONSENT_TEXT.VERSION, last == null ? 1 : last + 1)
                .set(CONSENT_TEXT.TEXT, text)
                .set(CONSENT_TEXT.CREATED_AT, now())
                .set(CONSENT_TEXT.CREATED_BY, actor.person())
                .execute();
        return id;
    }

    /** Those that stand first, then the newest. */
    List<Consent> of(String object, Collection<UUID> records) {
        return consents(CONSENT.OBJECT.eq(object).and(CONSENT.RECORD_ID.in(records)));
    }

    Optional<Consent> find(String object, UUID record, UUID id) {
        return consents(CONSENT.OBJECT
                        .eq(object)
                        .and(CONSENT.RECORD_ID.eq(record))
                        .and(CONSENT.ID.eq(id)))
                .stream()
                .findFirst();
    }

    private List<Consent> consents(Condition which) {
        return database.select()
                .from(CONSENT)
                .join(CONSENT_TEXT)
                .on(CONSENT_TEXT.TENANT_ID.eq(CONSENT.TENANT_ID).and(CONSENT_TEXT.ID.eq(CONSENT.TEXT_ID)))
                .where(which)
                .orderBy(CONSENT.WITHDRAWN_AT.isNotNull(), CONSENT.GIVEN_AT.desc(), CONSENT.ID)
                .fetch(ConsentSql::consent);
    }

    /** What a consent is made of before it is written. */
    record Given(
            UUID text, Instant at, String proof, @Nullable UUID file) {}

    UUID give(String object, UUID record, Given given) {
        var actor = Acting.current();
        UUID id = Ids.next();
        database.insertInto(CONSENT)
                .set(CONSENT.TENANT_ID, actor.tenant())
                .set(CONSENT.ID, id)
                .set(CONSENT.OBJECT, object)
                .set(CONSENT.RECORD_ID, record)
                .set(CONSENT.TEXT_ID, given.text())
                .set(CONSENT.GIVEN_AT, given.at().atOffset(ZoneOffset.UTC))
                .set(CONSENT.PROOF, given.proof())
                .set(CONSENT.FILE_ID, given.file())
                .set(CONSENT.NOTED_AT, now())
                .set(CONSENT.NOTED_BY, actor.person())
                .execute();
        return id;
    }

    /** Withdraws every consent of the record to any version of this purpose and channel; says whether one stood. */
    boolean withdraw(String object, UUID record, ConsentText text) {
        var versions = DSL.select(CONSENT_TEXT.ID)
                .from(CONSENT_TEXT)
                .where(CONSENT_TEXT.NAME.eq(text.name()))
                .and(CONSENT_TEXT.CHANNEL.eq(text.channel()));
        return database.update(CONSENT)
                        .set(CONSENT.WITHDRAWN_AT, now())
                        .set(CONSENT.WITHDRAWN_BY, Acting.current().person())
                        .where(CONSENT.OBJECT.eq(object))
                        .and(CONSENT.RECORD_ID.eq(record))
                        .and(CONSENT.TEXT_ID.in(versions))
                        .and(CONSENT.WITHDRAWN_AT.isNull())
                        .execute()
                > 0;
    }

    @EventListener
    void on(RecordsForgotten forgotten) {
        database.deleteFrom(CONSENT)
                .where(CONSENT.RECORD_ID.in(forgotten.ids()))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ConsentText text(Record row) {
        return new ConsentText(
                row.get(CONSENT_TEXT.ID),
                row.get(CONSENT_TEXT.NAME),
                row.get(CONSENT_TEXT.CHANNEL),
                row.get(CONSENT_TEXT.VERSION),
                row.get(CONSENT_TEXT.TEXT),
                row.get(CONSENT_TEXT.CREATED_AT).toInstant());
    }

    private static Consent consent(Record row) {
        OffsetDateTime withdrawn = row.get(CONSENT.WITHDRAWN_AT);
        return new Consent(
                row.get(CONSENT.ID),
                row.get(CONSENT.RECORD_ID),
                text(row),
                row.get(CONSENT.GIVEN_AT).toInstant(),
                row.get(CONSENT.PROOF),
                row.get(CONSENT.FILE_ID),
                row.get(CONSENT.NOTED_BY),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.get(CONSENT.WITHDRAWN_BY));
    }
}
