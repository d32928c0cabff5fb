package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_MET;

import chaoxi.tables.tables.records.VisitRecord;
import io.chaoxi.conversation.Comments;
import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import io.chaoxi.visit.form.AnswerTraces;
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
 * Visits to a person, or on which he was met, or to his firm, with what was answered there. That somebody went there stays;
 * every word that names him goes.
 */
@Component
@Order(5)
class VisitTraces implements Traces {
    private static final int MOST = 10_000;
    private static final int PIECE = 500;
    private static final List<TableField<VisitRecord, String>> WORDS =
            List.of(VISIT.GOAL, VISIT.RESULT, VISIT.GIFT, VISIT.CANCEL_REASON);
    private static final List<TableField<VisitRecord, String>> KEYS =
            List.of(VISIT.KEY_TEXT1, VISIT.KEY_TEXT2, VISIT.KEY_TEXT3, VISIT.KEY_TEXT4);

    private final DSLContext database;
    private final HistorySql history;
    private final Comments comments;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final AnswerTraces answers;

    VisitTraces(
            DSLContext database,
            HistorySql history,
            Comments comments,
            Belongings belongings,
            Catalogues catalogues,
            AnswerTraces answers) {
        this.database = database;
        this.history = history;
        this.comments = comments;
        this.belongings = belongings;
        this.catalogues = catalogues;
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
        var order = List.of(VISIT.PLANNED_ON.asc(), VISIT.ID.asc());
        return belongings.of(catalogues.of("visit"), his(person), order, MOST).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** Some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var piece = database.selectFrom(VISIT)
                .where(VISIT.CUSTOMER_ID.in(person.around()).or(his(person)))
                .and(after == null ? DSL.noCondition() : VISIT.ID.gt(after))
                .orderBy(VISIT.ID)
                .limit(PIECE)
                .forUpdate()
                .fetch();
        var ids = piece.map(VisitRecord::getId);
        piece.forEach(visit -> blot(visit, person));
        answers.blot(ids, person);
        history.blot("visit", ids, person);
        comments.blot(ids, person);
        return piece.size() < PIECE ? null : ids.getLast();
    }

    private static void blot(VisitRecord visit, Traced person) {
        boolean told = false;
        for (var words : WORDS) {
            String text = visit.get(words);
            if (!person.within(text)) continue;
            visit.set(words, person.blotted(String.valueOf(text)));
            told = true;
        }
        if (told) visit.setSearch(tokens(visit.getGoal()));
        if (person.within(visit.getCustom().data())) {
            visit.setCustom(person.without(visit.getCustom()));
            for (var key : KEYS) {
                if (person.within(visit.get(key))) visit.set(key, null);
            }
            told = true;
        }
        if (told) visit.update();
    }

    private static String[] tokens(String goal) {
        return SearchTokens.prefixed(Acting.current().tenant(), SearchTokens.forName(goal))
                .toArray(String[]::new);
    }
}
