package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import chaoxi.tables.tables.records.PromiseRecord;
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
 * What was promised to a person, to his firm, or to a lead that tells of him. That a promise was made, and what became of it,
 * stays; every word that names him goes.
 */
@Component
@Order(5)
class PromiseTraces implements Traces {
    private static final int MOST = 10_000;
    private static final int PIECE = 500;
    private static final List<TableField<PromiseRecord, String>> WORDS = List.of(
            PROMISE.SUBJECT,
            PROMISE.DETAILS,
            PROMISE.PROOF,
            PROMISE.MOVE_REASON,
            PROMISE.RELEASE_REASON,
            PROMISE.APOLOGY,
            PROMISE.OFFERED,
            PROMISE.VOID_REASON);
    private static final List<TableField<PromiseRecord, String>> KEYS =
            List.of(PROMISE.KEY_TEXT1, PROMISE.KEY_TEXT2, PROMISE.KEY_TEXT3, PROMISE.KEY_TEXT4);

    private final DSLContext database;
    private final HistorySql history;
    private final Comments comments;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final LeadsTelling leads;

    PromiseTraces(
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
        return "promises";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        var with = PromiseTouches.WITH.get(person.object());
        if (with == null) return List.of();
        Condition his = with.in(person.records()).or(PROMISE.LEAD_ID.in(leads.of(person)));
        var order = List.of(PROMISE.DUE_AT.asc(), PROMISE.ID.asc());
        return belongings.of(catalogues.of("promise"), his, order, MOST).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** What was promised to him, to a firm of his or to its leads, some hundreds at a time. */
    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var with = PromiseTouches.WITH.get(person.object());
        Condition his = PROMISE.CUSTOMER_ID.in(person.around()).or(PROMISE.LEAD_ID.in(leads.of(person)));
        if (with != null) his = his.or(with.in(person.records()));
        var piece = database.selectFrom(PROMISE)
                .where(his)
                .and(after == null ? DSL.noCondition() : PROMISE.ID.gt(after))
                .orderBy(PROMISE.ID)
                .limit(PIECE)
                .forUpdate()
                .fetch();
        var ids = piece.map(PromiseRecord::getId);
        piece.forEach(promise -> blot(promise, person));
        history.blot("promise", ids, person);
        comments.blot(ids, person);
        return piece.size() < PIECE ? null : ids.getLast();
    }

    private static void blot(PromiseRecord promise, Traced person) {
        boolean told = false;
        for (var words : WORDS) {
            String text = promise.get(words);
            if (!person.within(text)) continue;
            promise.set(words, person.blotted(String.valueOf(text)));
            told = true;
        }
        if (told) promise.setSearch(tokens(promise.getSubject()));
        if (person.within(promise.getCustom().data())) {
            promise.setCustom(person.without(promise.getCustom()));
            for (var key : KEYS) {
                if (person.within(promise.get(key))) promise.set(key, null);
            }
            told = true;
        }
        if (told) promise.update();
    }

    private static String[] tokens(String subject) {
        return SearchTokens.prefixed(Acting.current().tenant(), SearchTokens.forName(subject))
                .toArray(String[]::new);
    }
}
