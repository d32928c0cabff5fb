package io.chaoxi.lead;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * 合格判定: how each lead stands by the firm's criteria. From the threshold on a lead is qualified; one that is new or
 * followed up then has that status, and loses it with the score.
 */
@Service
class Qualifications {
    private static final Set<String> BEFORE = Set.of(LeadStatus.NEW, LeadStatus.FOLLOWING);

    private final QualificationSql sql;
    private final Criteria criteria;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordWriting writing;

    Qualifications(
            QualificationSql sql,
            Criteria criteria,
            Catalogues catalogues,
            RecordFinding finding,
            RecordWriting writing) {
        this.sql = sql;
        this.criteria = criteria;
        this.catalogues = catalogues;
        this.finding = finding;
        this.writing = writing;
    }

    /** A criterion and whether the lead meets it; null while nobody said. */
    record Answered(
            String id,
            String kind,
            String name,
            int points,
            @Nullable Boolean answer) {}

    /** How a lead stands: {@code version} is the lead's. */
    record Standing(long version, int threshold, int score, boolean qualified, List<Answered> items) {}

    /** 404 also for whoever may not read the score. */
    @Transactional(readOnly = true)
    public Standing of(UUID lead) {
        Catalogue leads = catalogues.of("lead");
        Found found = finding.find(leads, lead);
        return standing(leads, found.version(), lead);
    }

    private Standing standing(Catalogue leads, long version, UUID lead) {
        boolean told = leads.visible("score")
                .filter(field -> leads.right(field).readable())
                .isPresent();
        if (!told) throw Refusal.notFound();
        var stored = criteria.stored();
        var answers = sql.answers(lead);
        var judgement = Judgement.of(stored.criteria(), stored.threshold(), answers);
        var items = stored.criteria().stream()
                .map(one -> new Answered(one.id(), one.kind(), one.name(), one.points(), answers.get(one.id())))
                .toList();
        return new Standing(version, stored.threshold(), judgement.score(), judgement.qualified(), items);
    }

    /** {@code answers}: id of a criterion → true, false, or null for not known; those that are absent stay. */
    record Answers(Map<String, @Nullable Boolean> answers) {}

    /** Answers for a lead that is still open, and judges it; 409 {@code leadConverted} once it is a customer. */
    @Transactional
    public Standing answer(UUID id, long version, JsonNode body) {
        Catalogue leads = catalogues.of("lead");
        leads.actor().require("lead.update");
        var stored = criteria.held();
        Found lead = finding.findToWrite(leads, id);
        if (lead.values().get("convertedAt") != null) throw Refusal.of(409, "leadConverted");
        var answers = answers(stored.criteria(), new TreeMap<>(sql.answers(id)), body);
        var patch = patch(Judgement.of(stored.criteria(), stored.threshold(), answers), lead);
        if (answers.isEmpty()) List.of("score", "fitScore", "interestScore").forEach(field -> patch.put(field, null));
        patch.put(LeadRules.ANSWERS, QualificationSql.json(answers));
        long now = writing.change(leads, id, version, patch, Writing.BY_HAND);
        return standing(leads, now, id);
    }

    private static Map<String, Boolean> answers(List<Criterion> criteria, Map<String, Boolean> answers, JsonNode body) {
        var input = Input.of(body, Answers.class);
        JsonNode given = body.path("answers");
        if (!given.isObject()) input.refuse("answers", "notAnObject");
        Set<String> known = new HashSet<>(criteria.stream().map(Criterion::id).toList());
        for (var answer : given.properties()) {
            if (!known.contains(answer.getKey())) input.refuse("answers", "unknownChoice");
            else if (answer.getValue().isNull()) answers.remove(answer.getKey());
            else if (answer.getValue().isBoolean())
                answers.put(answer.getKey(), answer.getValue().booleanValue());
            else input.refuse("answers." + answer.getKey(), "notYesNo");
        }
        input.check();
        return answers;
    }

    private static Map<String, @Nullable Object> patch(Judgement judgement, Found lead) {
        var patch = new HashMap<String, @Nullable Object>(judgement.values());
        Object status = lead.values().get("status");
        if (judgement.qualified() && BEFORE.contains(status)) patch.put("status", LeadStatus.QUALIFIED);
        if (!judgement.qualified() && LeadStatus.QUALIFIED.equals(status)) patch.put("status", LeadStatus.FOLLOWING);
        return patch;
    }
}
