package io.chaoxi.visit.form;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.visit.form.Question.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** 拜访表: the templates of the firm; until it changes that, the one that the program brings is among them. */
@Service
class Templates {
    private static final String TOPIC = "visitTemplate";
    private static final int MOST = 200;

    private final TemplateSql sql;
    private final Labels labels;
    private final Choices choices;
    private final AccessLog accessLog;

    Templates(TemplateSql sql, Labels labels, Choices choices, AccessLog accessLog) {
        this.sql = sql;
        this.labels = labels;
        this.choices = choices;
        this.accessLog = accessLog;
    }

    /** As they are now, the standard one first. */
    @Transactional(readOnly = true)
    public List<Template> all() {
        Acting.current().require("visit.read");
        var own = new ArrayList<>(sql.all());
        if (own.stream().noneMatch(one -> one.id().equals(Template.STANDARD))) {
            own.addFirst(standard(Acting.current().locale()));
        }
        own.sort(Comparator.comparing(one -> !one.id().equals(Template.STANDARD)));
        return own;
    }

    /** One in a version that it has or had. */
    Optional<Template> of(UUID id, long version) {
        if (id.equals(Template.STANDARD) && version == 1) {
            return Optional.of(standard(Acting.current().locale()));
        }
        return sql.find(id, version);
    }

    /** All versions of one, the newest first. */
    List<Template> versions(UUID id) {
        var versions = new ArrayList<>(sql.versions(id));
        if (id.equals(Template.STANDARD)) versions.add(standard(Acting.current().locale()));
        return versions;
    }

    /** What is asked on visits of a manner. */
    Template fitting(@Nullable String manner) {
        var all = all().stream().filter(one -> !one.disabled()).toList();
        return all.stream()
                .filter(one -> manner != null && manner.equals(one.manner()))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    private Template standard(Locale locale) {
        var questions = labels.keys(TOPIC).stream()
                .filter(key -> key.startsWith("question."))
                .map(key -> new Question(
                        key.substring(key.indexOf('.') + 1),
                        Kind.of(Objects.requireNonNull(labels.property(TOPIC, key, "kind"))),
                        labels.of(TOPIC, key).in(locale),
                        "yes".equals(labels.property(TOPIC, key, "required")),
                        List.of(),
                        null,
                        null,
                        null))
                .toList();
        return new Template(Template.STANDARD, 1, labels.of(TOPIC, "standard").in(locale), null, false, questions);
    }

    @Transactional
    public Template make(JsonNode body) {
        Acting.current().require("settings.manage");
        var template = TemplateInput.read(Ids.next(), 1, body);
        checkManner(template);
        sql.lock();
        if (sql.count() >= MOST) throw Refusal.of(422, "tooManyTemplates", Map.of("max", MOST));
        return put(template, 0);
    }

    /** A new version; what was answered before keeps the one that it was given to. 409 when it changed since. */
    @Transactional
    public Template change(UUID id, long version, JsonNode body) {
        Acting.current().require("settings.manage");
        var stands = versions(id).stream().findFirst().orElseThrow(Refusal::notFound);
        var template = TemplateInput.read(id, stands.version() + 1, body);
        checkManner(template);
        if (stands.version() != version) throw Refusal.stale(stands.version());
        return put(template, version);
    }

    private void checkManner(Template template) {
        String manner = template.manner();
        if (manner != null && !choices.items("visitManner").containsKey(manner)) {
            throw Refusal.field("manner", "unknownChoice");
        }
    }

    private Template put(Template template, long before) {
        if (!sql.put(template, before)) throw Refusal.of(409, "stale");
        accessLog.add("settingChanged", TOPIC, template.id(), Map.of("object", "visit"));
        return template;
    }
}
