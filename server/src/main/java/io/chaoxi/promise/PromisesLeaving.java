package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a customer goes for good, what was open goes with it. Of what was kept or broken the words go; that somebody kept or
 * broke his word on that day stays, or deleting customers would mend a score.
 */
@Component
class PromisesLeaving {
    private static final String NOTHING = "—";

    private final PromiseSql sql;
    private final DSLContext database;
    private final ApplicationEventPublisher events;

    PromisesLeaving(PromiseSql sql, DSLContext database, ApplicationEventPublisher events) {
        this.sql = sql;
        this.database = database;
        this.events = events;
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals("contact")) {
            database.update(PROMISE)
                    .setNull(PROMISE.CONTACT_ID)
                    .where(PROMISE.CONTACT_ID.in(leaving.ids()))
                    .execute();
        }
        if (leaving.object().equals("customer")) {
            Condition theirs = PROMISE.CUSTOMER_ID.in(leaving.ids());
            var gone = sql.delete(theirs.and(PROMISE.COUNTS_FOR_ID.isNull()));
            events.publishEvent(new RecordsForgotten(gone, false));
            events.publishEvent(new RecordsForgotten(wordless(theirs), false));
        }
    }

    /** An apology that nobody is left to hear is owed no more. */
    private List<UUID> wordless(Condition theirs) {
        database.update(PROMISE)
                .set(PROMISE.APOLOGY, NOTHING)
                .set(PROMISE.OFFERED, NOTHING)
                .set(PROMISE.APOLOGIZED_AT, DSL.coalesce(PROMISE.APOLOGIZED_AT, PROMISE.BROKEN_AT))
                .setNull(PROMISE.APOLOGY_DUE_AT)
                .where(theirs.and(PROMISE.BROKEN_AT.isNotNull()).and(PROMISE.STATUS.ne(PromiseStatus.VOID)))
                .execute();
        var nothing = DSL.val(NOTHING);
        return database.update(PROMISE)
                .setNull(PROMISE.CUSTOMER_ID)
                .setNull(PROMISE.CONTACT_ID)
                .set(PROMISE.SUBJECT, NOTHING)
                .setNull(PROMISE.DETAILS)
                .set(PROMISE.PROOF, DSL.nvl2(PROMISE.PROOF, nothing, PROMISE.PROOF))
                .set(PROMISE.MOVE_REASON, DSL.nvl2(PROMISE.MOVE_REASON, nothing, PROMISE.MOVE_REASON))
                .set(PROMISE.VOID_REASON, DSL.nvl2(PROMISE.VOID_REASON, nothing, PROMISE.VOID_REASON))
                .setNull(PROMISE.RELEASE_REASON)
                .set(PROMISE.SEARCH, new String[0])
                .set(PROMISE.CUSTOM, JSONB.valueOf("{}"))
                .setNull(PROMISE.KEY_TEXT1)
                .setNull(PROMISE.KEY_TEXT2)
                .setNull(PROMISE.KEY_TEXT3)
                .setNull(PROMISE.KEY_TEXT4)
                .where(theirs)
                .returningResult(PROMISE.ID)
                .fetch(PROMISE.ID);
    }
}
