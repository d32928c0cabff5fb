package io.chaoxi.lead;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** 合格标准: by what the firm judges its leads; until it writes its own, the list that the program brings. */
@Service
class Criteria {
    private static final String TOPIC = "qualification";
    private static final int THRESHOLD = 60;
    private static final int MOST = 30;
    private static final int HIGHEST = 1_000;

    private final QualificationSql sql;
    private final Labels labels;
    private final AccessLog accessLog;
    private final OwedWalks walks;

    Criteria(QualificationSql sql, Labels labels, AccessLog accessLog, OwedWalks walks) {
        this.sql = sql;
        this.labels = labels;
        this.accessLog = accessLog;
        this.walks = walks;
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

    /** The same for whoever judges by them: they stay as they are until his transaction ends. */
    QualificationSql.Stored held() {
        sql.hold();
        return stored();
    }

    QualificationSql.Stored stored() {
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

    /** Writes all criteria anew; open leads are judged by them in a job. 409 when they changed since that version. Logged. */
    @Transactional
    public QualificationSql.Stored put(long version, JsonNode body) {
        Acting.current().require("settings.manage");
        var input = Input.of(body, Body.class);
        int threshold = input.number("threshold", 1, HIGHEST, 0);
        if (!input.has("threshold")) input.refuse("threshold", "notBlank");
        List<Criterion> criteria = criteria(input);
        input.check();
        sql.lock();
        if (stored().version() != version || !sql.put(version, threshold, criteria)) {
            throw Refusal.stale(stored().version());
        }
        walks.owe(JudgingJob.KIND, "lead");
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
}
