package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import chaoxi.tables.tables.records.PromiseRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.lead.LeadsTelling;
import io.chaoxi.platform.record.Blotting;
import io.chaoxi.platform.record.Blotting.Words;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was promised to a person, to his firm, or to a lead that tells of him. That a promise was made, and what became of it,
 * stays; every word that names him goes.
 */
@Component
@Order(5)
class PromiseTraces implements Traces {
    private static final Words<PromiseRecord> WORDS = new Words<>(
            "promise",
            PROMISE,
            PROMISE.SUBJECT,
            List.of(
                    PROMISE.DETAILS,
                    PROMISE.PROOF,
                    PROMISE.MOVE_REASON,
                    PROMISE.RELEASE_REASON,
                    PROMISE.APOLOGY,
                    PROMISE.OFFERED,
                    PROMISE.VOID_REASON));

    private final Blotting blotting;
    private final Comments comments;
    private final LeadsTelling leads;

    PromiseTraces(Blotting blotting, Comments comments, LeadsTelling leads) {
        this.blotting = blotting;
        this.comments = comments;
        this.leads = leads;
    }

    @Override
    public String kind() {
        return "promises";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = PromiseTouches.WITH.get(person.object());
        if (with == null) return List.of();
        return blotting.told(WORDS, with.in(person.records()).or(PROMISE.LEAD_ID.in(leads.of(person))), PROMISE.DUE_AT);
    }

    /** What was promised to him, to a firm of his or to its leads, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = PromiseTouches.WITH.get(person.object());
        Condition his = PROMISE.CUSTOMER_ID.in(person.around()).or(PROMISE.LEAD_ID.in(leads.of(person)));
        if (with != null) his = his.or(with.in(person.records()));
        var piece = blotting.piece(WORDS, his, person, after);
        comments.blot(piece, person);
        return Blotting.after(piece);
    }
}
