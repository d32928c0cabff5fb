package io.chaoxi.visit.form;

import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What was answered on a visit. Whoever goes there answers; all answers are written together, so that sending them again is the same. */
@Service
public class Answers {
    private static final int MOST_FILES = 500;
    private static final List<String> CLOSED = List.of("cancelled");

    private final Templates templates;
    private final AnswerSql sql;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final StoredFiles files;

    Answers(Templates templates, AnswerSql sql, Catalogues catalogues, RecordFinding finding, StoredFiles files) {
        this.templates = templates;
        this.sql = sql;
        this.catalogues = catalogues;
        this.finding = finding;
        this.files = files;
    }

    /**
     * What is asked and what was answered.
     *
     * @param last what was counted at the same customer the last time, by question
     */
    record Form(Template template, List<Answer> answers, Map<String, BigDecimal> last) {}

    /** The template that was answered, in the version of then; before the first answer the one that fits. */
    @Transactional(readOnly = true)
    public Form of(UUID visit) {
        Catalogue visits = catalogues.of("visit");
        Found found = finding.find(visits, visit);
        return form(found);
    }

    private Form form(Found visit) {
        var template = template(visit.id(), (String) visit.values().get("manner"));
        var customer = (UUID) visit.values().get("customer");
        boolean known = customer != null && finding.reaches(catalogues.of("customer"), customer);
        return new Form(template, sql.of(visit.id()), known ? sql.before(visit.id()) : Map.of());
    }

    private Template template(UUID visit, @Nullable String manner) {
        return sql.form(visit)
                .flatMap(key -> templates.of(key.template(), key.version()))
                .orElseGet(() -> templates.fitting(manner));
    }

    /** Required questions that nobody has answered yet. */
    public List<Question> missing(UUID visit, @Nullable String manner) {
        var answered = sql.of(visit).stream().map(Answer::question).collect(Collectors.toSet());
        return template(visit, manner).questions().stream()
                .filter(question -> question.required() && !answered.contains(question.id()))
                .toList();
    }

    /**
     * Takes the place of what was answered before. 403 {@code visitOfAnother} for whoever does not go there himself, 409 for a
     * visit that was cancelled, 422 for answers that the questions do not take and for files that are not the visit's.
     */
    @Transactional
    public Form put(UUID id, JsonNode body) {
        Catalogue visits = catalogues.of("visit");
        visits.actor().require("visit.update");
        finding.findToWrite(visits, id);
        Found visit = finding.locked(visits, id).orElseThrow(Refusal::notFound);
        if (!visits.actor().person().equals(visit.values().get("owner"))) throw Refusal.of(403, "visitOfAnother");
        if (CLOSED.contains(visit.values().get("status"))) throw Refusal.of(409, "visitCancelled");
        var key = AnswerInput.Key.of(body);
        var template = templates
                .of(key.template(), key.version())
                .orElseThrow(() -> Refusal.field("template", "unknownTemplate"));
        var answers = new AnswerInput(template).read(body);
        checkFiles(visits, id, answers);
        sql.put(id, template, answers);
        return form(visit);
    }

    private void checkFiles(Catalogue visits, UUID visit, List<Answer> answers) {
        var named = answers.stream()
                .map(Answer::files)
                .filter(java.util.Objects::nonNull)
                .flatMap(Collection::stream)
                .toList();
        if (named.isEmpty()) return;
        var held = files.of(visits, visit, null, MOST_FILES).stream()
                .map(StoredFile::id)
                .collect(Collectors.toSet());
        if (!held.containsAll(named)) throw Refusal.field("answers", "unknownFile");
    }
}
