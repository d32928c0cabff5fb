package io.chaoxi.identity.factor;

import static chaoxi.tables.Tables.ACCOUNT;
import static chaoxi.tables.Tables.RECOVERY_CODE;
import static chaoxi.tables.Tables.SECOND_FACTOR;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on second factors. They stand outside the tenant wall, so each names the firm itself. */
@Component
class FactorSql {
    private final DSLContext database;
    private final Clock clock;

    FactorSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A secret as it is kept; {@code since} is unset until a first code proved it. */
    record Kept(ByteBuffer sealed, @Nullable OffsetDateTime since, long lastStep) {}

    Optional<Kept> find(Owner owner) {
        return database.select(SECOND_FACTOR.SECRET, SECOND_FACTOR.SINCE, SECOND_FACTOR.LAST_STEP)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.TENANT_ID.eq(owner.tenant()))
                .and(SECOND_FACTOR.PERSON_ID.eq(owner.person()))
                .fetchOptional(row -> new Kept(ByteBuffer.wrap(row.value1()), row.value2(), row.value3()));
    }

    String login(Owner owner) {
        return database.select(ACCOUNT.LOGIN)
                .from(ACCOUNT)
                .where(ACCOUNT.TENANT_ID.eq(owner.tenant()))
                .and(ACCOUNT.PERSON_ID.eq(owner.person()))
                .fetchSingle()
                .value1();
    }

    /** Keeps a secret that is not proved yet, in place of another such; says whether no proved one stood in its way. */
    boolean begin(Owner owner, byte[] sealed) {
        return database.insertInto(SECOND_FACTOR)
                        .set(SECOND_FACTOR.TENANT_ID, owner.tenant())
                        .set(SECOND_FACTOR.PERSON_ID, owner.person())
                        .set(SECOND_FACTOR.SECRET, sealed)
                        .onConflict(SECOND_FACTOR.TENANT_ID, SECOND_FACTOR.PERSON_ID)
                        .doUpdate()
                        .set(SECOND_FACTOR.SECRET, sealed)
                        .where(SECOND_FACTOR.SINCE.isNull())
                        .execute()
                == 1;
    }

    /** Says whether it was this call that proved it, and not another secret that took its place meanwhile. */
    boolean prove(Owner owner, Kept kept, long step) {
        return database.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.SINCE, now())
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .where(SECOND_FACTOR.TENANT_ID.eq(owner.tenant()))
                        .and(SECOND_FACTOR.PERSON_ID.eq(owner.person()))
                        .and(SECOND_FACTOR.SINCE.isNull())
                        .and(SECOND_FACTOR.SECRET.eq(kept.sealed().array()))
                        .execute()
                == 1;
    }

    /** Says whether no code of this step or a later one was taken before; of two at once one wins. */
    boolean use(Owner owner, long step) {
        return database.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .where(SECOND_FACTOR.TENANT_ID.eq(owner.tenant()))
                        .and(SECOND_FACTOR.PERSON_ID.eq(owner.person()))
                        .and(SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    boolean delete(Owner owner) {
        return database.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.TENANT_ID.eq(owner.tenant()))
                        .and(SECOND_FACTOR.PERSON_ID.eq(owner.person()))
                        .execute()
                == 1;
    }

    void replaceCodes(Owner owner, List<byte[]> digests) {
        database.deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.TENANT_ID.eq(owner.tenant()))
                .and(RECOVERY_CODE.PERSON_ID.eq(owner.person()))
                .execute();
        for (byte[] digest : digests) {
            database.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.TENANT_ID, owner.tenant())
                    .set(RECOVERY_CODE.PERSON_ID, owner.person())
                    .set(RECOVERY_CODE.DIGEST, digest)
                    .execute();
        }
    }

    /** Says whether there was such a code; it is gone now. */
    boolean useCode(Owner owner, byte[] digest) {
        return database.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.TENANT_ID.eq(owner.tenant()))
                        .and(RECOVERY_CODE.PERSON_ID.eq(owner.person()))
                        .and(RECOVERY_CODE.DIGEST.eq(digest))
                        .execute()
                == 1;
    }

    int codesLeft(Owner owner) {
        return database.fetchCount(
                RECOVERY_CODE,
                RECOVERY_CODE.TENANT_ID.eq(owner.tenant()).and(RECOVERY_CODE.PERSON_ID.eq(owner.person())));
    }

    Instant instant() {
        return clock.instant();
    }

    private OffsetDateTime now() {
        return instant().atOffset(ZoneOffset.UTC);
    }
}
