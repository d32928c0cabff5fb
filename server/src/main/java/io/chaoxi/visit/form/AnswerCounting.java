package io.chaoxi.visit.form;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.visit.form.AnswerCounts.Chosen;
import io.chaoxi.visit.form.AnswerCounts.Counted;
import io.chaoxi.visit.form.AnswerCounts.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was answered on visits that the acting person sees; those of a list with the same filter, and no others. */
@Service
class AnswerCounting {
    /** More are to be narrowed by their time or their people. */
    static final int MOST = 20_000;

    private final Templates templates;
    private final AnswerCountSql sql;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordLabels labels;

    AnswerCounting(
            Templates templates,
            AnswerCountSql sql,
            Catalogues catalogues,
            RecordReading reading,
            RecordLabels labels) {
        this.templates = templates;
        this.sql = sql;
        this.catalogues = catalogues;
        this.reading = reading;
        this.labels = labels;
    }

    /** Which visits count: a filter of the list of visits. 422 {@code tooManyRows} beyond the most. */
    List<UUID> visits(String filter) {
        Catalogue visits = catalogues.of("visit");
        String answered = "checkedInAt=null=false";
        var query = RecordQuery.of(filter.isBlank() ? answered : answered + ";(" + filter + ")", "");
        return reading.ids(visits, query, MOST);
    }

    @Transactional(readOnly = true)
    public AnswerCounts count(UUID template, String filter) {
        var versions = templates.versions(template);
        if (versions.isEmpty()) throw Refusal.notFound();
        var visits = visits(filter);
        var questions = questions(versions);
        var answered = sql.answered(template, visits);
        var chosen = sql.chosen(template, visits);
        var numbers = sql.numbers(template, visits);
        var said = said(template, visits);
        var counted = questions.values().stream()
                .map(question -> new Counted(
                        question,
                        answered.getOrDefault(question.id(), 0),
                        choices(question, chosen.getOrDefault(question.id(), Map.of())),
                        numbers.getOrDefault(question.id(), List.of()),
                        said.getOrDefault(question.id(), List.of())))
                .toList();
        return new AnswerCounts(template, versions.getFirst().name(), sql.visits(template, visits), counted);
    }

    /** Every question that there is or was, as it is worded in the newest version that has it. */
    static Map<String, Question> questions(List<Template> versions) {
        var questions = new LinkedHashMap<String, Question>();
        versions.forEach(version -> version.questions().forEach(one -> questions.putIfAbsent(one.id(), one)));
        return questions;
    }

    private static List<Chosen> choices(Question question, Map<String, Integer> counts) {
        var choices = new ArrayList<Chosen>();
        var left = new LinkedHashMap<>(counts);
        question.options().forEach(option -> {
            Integer count = left.remove(option.id());
            choices.add(new Chosen(option.id(), option.label(), count == null ? 0 : count));
        });
        left.forEach((option, count) -> choices.add(new Chosen(option, option, count)));
        return choices;
    }

    private Map<String, List<Said>> said(UUID template, List<UUID> visits) {
        var texts = sql.texts(template, visits);
        var names = labels.of(
                "customer",
                texts.stream().map(AnswerCountSql.Text::customer).distinct().toList());
        var said = new LinkedHashMap<String, List<Said>>();
        texts.forEach(one -> said.computeIfAbsent(one.question(), any -> new ArrayList<>())
                .add(new Said(one.text(), one.visit(), names.get(one.customer()), one.on())));
        return said;
    }
}
