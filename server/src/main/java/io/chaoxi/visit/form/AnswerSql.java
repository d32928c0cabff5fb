package io.chaoxi.visit.form;

import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_ANSWER;

import chaoxi.tables.tables.records.VisitAnswerRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.visit.form.Question.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on the answers of one visit: a row for each, for each photograph and for each line of a stock count. */
@Component
class AnswerSql {
    private final DSLContext database;

    AnswerSql(DSLContext database) {
        this.database = database;
    }

    /** Which template, in which version, a visit was answered by; empty before its first answer. */
    Optional<AnswerInput.Key> form(UUID visit) {
        return database.select(VISIT.FORM_ID, VISIT.FORM_VERSION)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .and(VISIT.FORM_ID.isNotNull())
                .fetchOptional(row -> new AnswerInput.Key(row.value1(), row.value2()));
    }

    /** All of them anew. */
    void put(UUID visit, Template template, List<Answer> answers) {
        database.update(VISIT)
                .set(VISIT.FORM_ID, template.id())
                .set(VISIT.FORM_VERSION, template.version())
                .where(VISIT.ID.eq(visit))
                .execute();
        database.deleteFrom(VISIT_ANSWER).where(VISIT_ANSWER.VISIT_ID.eq(visit)).execute();
        var rows = new ArrayList<VisitAnswerRecord>();
        for (Answer answer : answers) {
            Kind kind = template.question(answer.question()).kind();
            for (var row : rows(answer)) {
                row.setTenantId(Acting.current().tenant());
                row.setId(Ids.next());
                row.setVisitId(visit);
                row.setTemplateId(template.id());
                row.setVersion(template.version());
                row.setQuestion(answer.question());
                row.setKind(kind.key());
                row.setPosition(rows.size());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) database.insertInto(VISIT_ANSWER).set(rows).execute();
    }

    private List<VisitAnswerRecord> rows(Answer answer) {
        var rows = new ArrayList<VisitAnswerRecord>();
        if (answer.files() != null) answer.files().forEach(file -> row(rows).setFileId(file));
        if (answer.lines() != null) {
            answer.lines().forEach(line -> {
                var row = row(rows);
                row.setText(line.product());
                row.setNumber(line.number());
            });
        }
        if (answer.text() != null) row(rows).setText(answer.text());
        if (answer.number() != null) row(rows).setNumber(answer.number());
        if (answer.choices() != null) row(rows).setChoices(answer.choices().toArray(String[]::new));
        return rows;
    }

    private VisitAnswerRecord row(List<VisitAnswerRecord> rows) {
        var row = database.newRecord(VISIT_ANSWER);
        rows.add(row);
        return row;
    }

    List<Answer> of(UUID visit) {
        var byQuestion = new LinkedHashMap<String, List<VisitAnswerRecord>>();
        database.selectFrom(VISIT_ANSWER)
                .where(VISIT_ANSWER.VISIT_ID.eq(visit))
                .orderBy(VISIT_ANSWER.POSITION)
                .forEach(row -> byQuestion
                        .computeIfAbsent(row.getQuestion(), any -> new ArrayList<>())
                        .add(row));
        return byQuestion.values().stream().map(AnswerSql::answer).toList();
    }

    private static Answer answer(List<VisitAnswerRecord> rows) {
        var first = rows.getFirst();
        String question = first.getQuestion();
        return switch (Kind.of(first.getKind())) {
            case TEXT -> Answer.text(question, first.getText());
            case NUMBER -> Answer.number(question, plain(first.getNumber()));
            case CHOICE, CHOICES -> Answer.choices(question, List.of(first.getChoices()));
            case PHOTO, SIGNATURE ->
                Answer.files(
                        question,
                        rows.stream().map(VisitAnswerRecord::getFileId).toList());
            case STOCK ->
                Answer.lines(
                        question,
                        rows.stream()
                                .map(row -> new Answer.Line(row.getText(), plain(row.getNumber())))
                                .toList());
        };
    }

    /** Without the zeros that the column adds. */
    static BigDecimal plain(@Nullable BigDecimal number) {
        BigDecimal plain = Objects.requireNonNull(number).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** What was counted on the last visit of the same customer before this one, by question. */
    Map<String, BigDecimal> before(UUID visit) {
        var now = VISIT.as("now");
        var last = VISIT.as("last");
        var numbers = new LinkedHashMap<String, BigDecimal>();
        database.select(VISIT_ANSWER.QUESTION, VISIT_ANSWER.NUMBER)
                .from(now)
                .join(last)
                .on(last.TENANT_ID.eq(now.TENANT_ID).and(last.CUSTOMER_ID.eq(now.CUSTOMER_ID)))
                .join(VISIT_ANSWER)
                .on(VISIT_ANSWER.TENANT_ID.eq(last.TENANT_ID).and(VISIT_ANSWER.VISIT_ID.eq(last.ID)))
                .where(now.ID.eq(visit))
                .and(last.ID.ne(visit))
                .and(last.DELETED_AT.isNull())
                .and(last.CHECKED_OUT_AT.isNotNull())
                .and(VISIT_ANSWER.KIND.eq(Kind.NUMBER.key()))
                .orderBy(last.CHECKED_IN_AT.desc())
                .limit(200)
                .forEach(row -> numbers.putIfAbsent(row.value1(), plain(row.value2())));
        return numbers;
    }
}
