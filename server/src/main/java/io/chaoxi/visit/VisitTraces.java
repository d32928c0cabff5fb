package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_MET;

import chaoxi.tables.tables.records.VisitRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.platform.record.Blotting;
import io.chaoxi.platform.record.Blotting.Words;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import io.chaoxi.visit.form.AnswerTraces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Visits to a person, or on which he was met, or to his firm, with what was answered there. That somebody went there stays;
 * every word that names him goes.
 */
@Component
@Order(5)
class VisitTraces implements Traces {
    private static final Words<VisitRecord> WORDS =
            new Words<>("visit", VISIT, VISIT.GOAL, List.of(VISIT.RESULT, VISIT.GIFT, VISIT.CANCEL_REASON));

    private final Blotting blotting;
    private final Comments comments;
    private final AnswerTraces answers;

    VisitTraces(Blotting blotting, Comments comments, AnswerTraces answers) {
        this.blotting = blotting;
        this.comments = comments;
        this.answers = answers;
    }

    @Override
    public String kind() {
        return "visits";
    }

    private static Condition his(Traced person) {
        var with = VisitTouches.WITH.get(person.object());
        if (with == null) return DSL.falseCondition();
        return with.in(person.records())
                .or(VISIT.ID.in(DSL.select(VISIT_MET.VISIT_ID)
                        .from(VISIT_MET)
                        .where(VISIT_MET.CONTACT_ID.in(person.records()))));
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return blotting.told(WORDS, his(person), VISIT.PLANNED_ON);
    }

    /** Some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        Condition his = VISIT.CUSTOMER_ID.in(person.around()).or(his(person));
        var piece = blotting.piece(WORDS, his, person, after);
        answers.blot(piece, person);
        comments.blot(piece, person);
        return Blotting.after(piece);
    }
}
