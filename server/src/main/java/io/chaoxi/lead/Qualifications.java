package io.chaoxi.lead;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * 合格判定: by which criteria the firm judges its leads, and how each lead stands. From the threshold on a lead is qualified;
 * one that is new or followed up then has that status, and loses it with the score.
 */
@Service
class Qualifications {
    private static final String TOPIC = "qualification";
    private static final int THRESHOLD = 60;
    private static final int MOST = 30;
    private static final int HIGHEST = 1_000;
    private static final Set<String> BEFORE = Set.of(LeadStatus.NEW, LeadStatus.FOLLOWING);

    private final QualificationSql sql;
    private final Labels labels;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final AccessLog accessLog;

    Qualifications(
            QualificationSql sql,
            Labels labels,
            Catalogues catalogues,
            RecordFinding finding,
            RecordWriting writing,
            AccessLog accessLog) {
        this.sql = sql;
        this.labels = labels;
        this.catalogues = catalogues;
        this.finding = finding;
        this.writing = writing;
        this.accessLog = accessLog;
    }

    /** A criterion as it is written; without an id it is a new one. */
    record Item(@Nullable String id, String kind, String name, int points) {}

    /** All criteria as they are written. */
    record Body(int threshold, List<Item> items) {}

    @Transactional(readOnly = true)
    public QualificationSql.Stored all() {
        Acting.current().require("lead.read");
        return stored();
    }

    private QualificationSql.Stored stored() {
        return sql.stored()
                .orElseGet(() -> new QualificationSql.Stored(
                        1, THRESHOLD, standard(Acting.current().locale())));
    }

    private List<Criterion> standard(Locale locale) {
        return labels.keys(TOPIC).stream()
                .map(key -> new Criterion(
                        key.substring(key.indexOf('.') + 1),
                        key.substring(0, key.indexOf('.')),
                        labels.of(TOPIC, key).in(locale),
                        Integer.parseInt(Objects.requireNonNull(labels.property(TOPIC, key, "points")))))
                .toList();
    }

    /** Writes all criteria anew and judges open leads by them; 409 when they changed since that version. Logged. */
    @Transactional
    public QualificationSql.Stored put(long version, JsonNode body) {
        Acting.current().require("settings.manage");
        var input = Input.of(body, Body.class);
        int threshold = input.number("threshold", 1, HIGHEST, 0);
        if (!input.has("threshold")) input.refuse("threshold", "notBlank");
        List<Criterion> criteria = criteria(input);
        input.check();
        if (stored().version() != version || !sql.put(version, threshold, criteria)) {
            throw Refusal.stale(stored().version());
        }
        sql.judgeAnew(threshold, criteria);
        accessLog.add("settingChanged", TOPIC, null, Map.of("object", "lead"));
        return new QualificationSql.Stored(version + 1, threshold, criteria);
    }

    private static List<Criterion> criteria(Input input) {
        List<Criterion> criteria = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<JsonNode> items = input.list("items", MOST);
        for (int i = 0; i < items.size(); i++) {
            var part = Input.of(items.get(i), Item.class);
            String id = part.optional("id", 40, null);
            if (id == null) id = "c" + UUID.randomUUID().toString().substring(0, 8);
            if (!id.matches("[A-Za-z][A-Za-z0-9_-]{0,39}") || !ids.add(id)) part.refuse("id", "malformedId");
            String kind = part.word("kind", Criterion.KINDS, "");
            String name = part.text("name", Criterion.LONGEST_NAME, null);
            int points = part.number("points", 1, Criterion.MOST_POINTS, 0);
            if (!part.has("points")) part.refuse("points", "notBlank");
            input.refuse("items[" + i + "]", part);
            criteria.add(new Criterion(id, kind, name, points));
        }
        return criteria;
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
        var stored = stored();
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
        Found lead = finding.findToWrite(leads, id);
        if (lead.values().get("convertedAt") != null) throw Refusal.of(409, "leadConverted");
        var stored = stored();
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
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("fitScore", BigDecimal.valueOf(judgement.fit()));
        patch.put("interestScore", BigDecimal.valueOf(judgement.interest()));
        patch.put("score", BigDecimal.valueOf(judgement.score()));
        patch.put("qualified", judgement.qualified());
        patch.put("judgement", judgement.text().isEmpty() ? null : judgement.text());
        Object status = lead.values().get("status");
        if (judgement.qualified() && BEFORE.contains(status)) patch.put("status", LeadStatus.QUALIFIED);
        if (!judgement.qualified() && LeadStatus.QUALIFIED.equals(status)) patch.put("status", LeadStatus.FOLLOWING);
        return patch;
    }
}
