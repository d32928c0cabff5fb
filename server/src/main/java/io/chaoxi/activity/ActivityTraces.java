package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import chaoxi.tables.tables.records.ActivityRecord;
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
 * What was done with a person. That something was done with his firm stays; who it was with, and every word that names
 * him, goes.
 */
@Component
@Order(5)
class ActivityTraces implements Traces {
    private static final Words<ActivityRecord> WORDS =
            new Words<>("activity", ACTIVITY, ACTIVITY.TITLE, List.of(ACTIVITY.CONTENT));

    private final Blotting blotting;
    private final Comments comments;
    private final LeadsTelling leads;

    ActivityTraces(Blotting blotting, Comments comments, LeadsTelling leads) {
        this.blotting = blotting;
        this.comments = comments;
        this.leads = leads;
    }

    @Override
    public String kind() {
        return "activities";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = With.of(person.object()).orElse(null);
        if (with == null) return List.of();
        return blotting.told(
                WORDS, with.column.in(person.records()).or(ACTIVITY.LEAD_ID.in(leads.of(person))), ACTIVITY.AT);
    }

    /** What was done with him, with a firm of his or with a lead that tells of him, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = With.of(person.object()).orElse(null);
        Condition his = ACTIVITY.CUSTOMER_ID.in(person.around()).or(ACTIVITY.LEAD_ID.in(leads.of(person)));
        if (with != null) his = his.or(with.column.in(person.records()));
        var piece = blotting.piece(WORDS, his, person, after);
        comments.blot(piece, person);
        return Blotting.after(piece);
    }
}
