package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import chaoxi.tables.tables.records.TaskRecord;
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
 * What was to be done with a person, with his firm, or with a lead that tells of him. That there was something to do stays;
 * every word that names him goes.
 */
@Component
@Order(5)
class TaskTraces implements Traces {
    private static final Words<TaskRecord> WORDS =
            new Words<>("task", TASK, TASK.SUBJECT, List.of(TASK.GOAL, TASK.RESULT, TASK.CANCEL_REASON));

    private final Blotting blotting;
    private final Comments comments;
    private final LeadsTelling leads;

    TaskTraces(Blotting blotting, Comments comments, LeadsTelling leads) {
        this.blotting = blotting;
        this.comments = comments;
        this.leads = leads;
    }

    @Override
    public String kind() {
        return "tasks";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = TaskTouches.WITH.get(person.object());
        if (with == null) return List.of();
        return blotting.told(WORDS, with.in(person.records()).or(TASK.LEAD_ID.in(leads.of(person))), TASK.DUE_AT);
    }

    /** What is to be done with him, with a firm of his or with its leads, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = TaskTouches.WITH.get(person.object());
        Condition his = TASK.CUSTOMER_ID.in(person.around()).or(TASK.LEAD_ID.in(leads.of(person)));
        if (with != null) his = his.or(with.in(person.records()));
        var piece = blotting.piece(WORDS, his, person, after);
        comments.blot(piece, person);
        return Blotting.after(piece);
    }
}
