package io.chaoxi.webform;

import static chaoxi.tables.Tables.WEB_FORM;
import static chaoxi.tables.Tables.WEB_FORM_CONSENT;
import static chaoxi.tables.Tables.WEB_FORM_DAY;
import static chaoxi.tables.Tables.WEB_FORM_SUBMISSION;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every statement on what strangers sent. */
@Component
class SubmissionSql {
    private final DSLContext database;
    private final Clock clock;

    SubmissionSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By which form a lead came, when, and what was agreed to, if that was asked. */
    record Origin(
            String form,
            Instant at,
            @Nullable Integer consentVersion,
            @Nullable String consent) {}

    /** Counts one for today unless there are so many already. */
    boolean take(UUID form, int most) {
        return database.insertInto(WEB_FORM_DAY)
                        .set(WEB_FORM_DAY.TENANT_ID, Acting.current().tenant())
                        .set(WEB_FORM_DAY.FORM_ID, form)
                        .set(WEB_FORM_DAY.DAY, today())
                        .set(WEB_FORM_DAY.TAKEN, 1)
                        .set(WEB_FORM_DAY.KEPT_OUT, 0)
                        .onConflict(WEB_FORM_DAY.TENANT_ID, WEB_FORM_DAY.FORM_ID, WEB_FORM_DAY.DAY)
                        .doUpdate()
                        .set(WEB_FORM_DAY.TAKEN, WEB_FORM_DAY.TAKEN.plus(1))
                        .where(WEB_FORM_DAY.TAKEN.lt(most))
                        .execute()
                == 1;
    }

    void keepOut(UUID form) {
        database.insertInto(WEB_FORM_DAY)
                .set(WEB_FORM_DAY.TENANT_ID, Acting.current().tenant())
                .set(WEB_FORM_DAY.FORM_ID, form)
                .set(WEB_FORM_DAY.DAY, today())
                .set(WEB_FORM_DAY.TAKEN, 0)
                .set(WEB_FORM_DAY.KEPT_OUT, 1)
                .onConflict(WEB_FORM_DAY.TENANT_ID, WEB_FORM_DAY.FORM_ID, WEB_FORM_DAY.DAY)
                .doUpdate()
                .set(WEB_FORM_DAY.KEPT_OUT, WEB_FORM_DAY.KEPT_OUT.plus(1))
                .execute();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Acting.current().zone());
    }

    /** Whose turn it is, counted from 0. */
    long turn(UUID form) {
        Long turn = database.update(WEB_FORM)
                .set(WEB_FORM.TURN, WEB_FORM.TURN.plus(1))
                .where(WEB_FORM.ID.eq(form))
                .returningResult(WEB_FORM.TURN)
                .fetchOne(WEB_FORM.TURN);
        return turn == null ? 0 : turn - 1;
    }

    /** Says whether this page made no lead before. */
    boolean note(WebForm form, PageToken page, UUID lead) {
        Integer agreed = form.draft().consent() == null ? null : page.consentVersion();
        return database.insertInto(WEB_FORM_SUBMISSION)
                        .set(WEB_FORM_SUBMISSION.TENANT_ID, Acting.current().tenant())
                        .set(WEB_FORM_SUBMISSION.ID, Ids.next())
                        .set(WEB_FORM_SUBMISSION.FORM_ID, form.id())
                        .set(WEB_FORM_SUBMISSION.LEAD_ID, lead)
                        .set(WEB_FORM_SUBMISSION.AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(WEB_FORM_SUBMISSION.NONCE, page.nonce())
                        .set(WEB_FORM_SUBMISSION.CONSENT_VERSION, agreed)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean known(UUID form, String nonce) {
        return database.fetchExists(
                WEB_FORM_SUBMISSION, WEB_FORM_SUBMISSION.FORM_ID.eq(form), WEB_FORM_SUBMISSION.NONCE.eq(nonce));
    }

    /** Several for one lead where others were merged into it; the first one first. */
    List<Origin> of(Collection<UUID> leads) {
        return database.select(
                        WEB_FORM.NAME,
                        WEB_FORM_SUBMISSION.AT,
                        WEB_FORM_SUBMISSION.CONSENT_VERSION,
                        WEB_FORM_CONSENT.TEXT)
                .from(WEB_FORM_SUBMISSION)
                .join(WEB_FORM)
                .on(WEB_FORM.TENANT_ID.eq(WEB_FORM_SUBMISSION.TENANT_ID))
                .and(WEB_FORM.ID.eq(WEB_FORM_SUBMISSION.FORM_ID))
                .leftJoin(WEB_FORM_CONSENT)
                .on(WEB_FORM_CONSENT.TENANT_ID.eq(WEB_FORM_SUBMISSION.TENANT_ID))
                .and(WEB_FORM_CONSENT.FORM_ID.eq(WEB_FORM_SUBMISSION.FORM_ID))
                .and(WEB_FORM_CONSENT.VERSION.eq(WEB_FORM_SUBMISSION.CONSENT_VERSION))
                .where(WEB_FORM_SUBMISSION.LEAD_ID.in(leads))
                .orderBy(WEB_FORM_SUBMISSION.ID)
                .fetch(row -> new Origin(row.value1(), row.value2().toInstant(), row.value3(), row.value4()));
    }
}
