package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import chaoxi.tables.tables.records.ActivityRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.lead.LeadsTelling;
import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
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
    private static final int PAST = 10_000;
    private static final int PIECE = 500;
    private static final List<TableField<ActivityRecord, String>> KEYS =
            List.of(ACTIVITY.KEY_TEXT1, ACTIVITY.KEY_TEXT2, ACTIVITY.KEY_TEXT3, ACTIVITY.KEY_TEXT4);

    private final DSLContext database;
    private final HistorySql history;
    private final Comments comments;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final LeadsTelling leads;

    ActivityTraces(
            DSLContext database,
            HistorySql history,
            Comments comments,
            Belongings belongings,
            Catalogues catalogues,
            LeadsTelling leads) {
        this.database = database;
        this.history = history;
        this.comments = comments;
        this.belongings = belongings;
        this.catalogues = catalogues;
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
        var order = List.of(ACTIVITY.AT.asc(), ACTIVITY.ID.asc());
        var his = with.column.in(person.records()).or(ACTIVITY.LEAD_ID.in(leads.of(person)));
        return belongings.of(catalogues.of("activity"), his, order, PAST).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** What was done with him, with a firm of his or with a lead that tells of him, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        Condition his = ACTIVITY.CUSTOMER_ID.in(person.around()).or(ACTIVITY.LEAD_ID.in(leads.of(person)));
        var with = With.of(person.object()).orElse(null);
        if (with != null) his = his.or(with.column.in(person.records()));
        var piece = database.selectFrom(ACTIVITY)
                .where(his)
                .and(after == null ? DSL.noCondition() : ACTIVITY.ID.gt(after))
                .orderBy(ACTIVITY.ID)
                .limit(PIECE)
                .fetch();
        var ids = piece.map(ActivityRecord::getId);
        piece.forEach(activity -> blot(activity, person));
        history.blot("activity", ids, person);
        comments.blot(ids, person);
        return piece.size() < PIECE ? null : ids.getLast();
    }

    private void blot(ActivityRecord activity, Traced person) {
        String content = activity.getContent();
        boolean words = person.within(activity.getTitle()) || person.within(content);
        boolean own = person.within(activity.getCustom().data());
        if (words) {
            activity.setTitle(person.blotted(activity.getTitle()));
            activity.setSearch(tokens(activity.getTitle()));
            activity.setContent(content == null ? null : person.blotted(content));
        }
        if (own) {
            activity.setCustom(person.without(activity.getCustom()));
            for (TableField<ActivityRecord, String> key : KEYS) {
                if (person.within(activity.get(key))) activity.set(key, null);
            }
        }
        if (words || own) activity.update();
    }

    static String[] tokens(String title) {
        return SearchTokens.prefixed(Acting.current().tenant(), SearchTokens.forName(title))
                .toArray(String[]::new);
    }
}
