package io.chaoxi.visit.form;

import static chaoxi.tables.Tables.VISIT;
import static chaoxi.tables.Tables.VISIT_ANSWER;

import io.chaoxi.exchange.ExportVolume;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.sheet.SheetWriter;
import io.chaoxi.platform.sheet.SheetWriter.Column;
import io.chaoxi.visit.form.Question.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers as a sheet, one line each; it counts among what somebody exports on a day and stands in the access log. */
@Service
class AnswerSheet {
    private static final int MOST = 50_000;
    private static final String TOPIC = "visitTemplate";
    private static final List<String> COLUMNS =
            List.of("planned", "began", "customer", "person", "question", "product", "answer");

    private final Templates templates;
    private final AnswerCounting counting;
    private final AnswerCountSql sql;
    private final RecordLabels labels;
    private final Labels words;
    private final ExportVolume volume;
    private final AccessLog accessLog;

    AnswerSheet(
            Templates templates,
            AnswerCounting counting,
            AnswerCountSql sql,
            RecordLabels labels,
            Labels words,
            ExportVolume volume,
            AccessLog accessLog) {
        this.templates = templates;
        this.counting = counting;
        this.sql = sql;
        this.labels = labels;
        this.words = words;
        this.volume = volume;
        this.accessLog = accessLog;
    }

    /** Needs {@code visit.export}; 422 {@code tooManyRows}, and beyond what somebody may export on a day. */
    @Transactional
    public byte[] csv(UUID template, String filter) {
        Acting.current().require("visit.export");
        var questions = AnswerCounting.questions(templates.versions(template));
        if (questions.isEmpty()) throw Refusal.notFound();
        var rows = sql.rows(template, counting.visits(filter), MOST + 1);
        if (rows.size() > MOST) throw Refusal.of(422, "tooManyRows", Map.of("max", MOST));
        volume.take("visit", rows.size());
        accessLog.add("answersExported", "visit", null, Map.of("rows", rows.size()));
        var names = new Names(
                labels.of("customer", rows.intoSet(VISIT.CUSTOMER_ID)),
                labels.of("person", rows.intoSet(VISIT.OWNER_ID)));
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.csv(out, columns())) {
            for (Record row : rows) sheet.row(line(row, questions, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private record Names(Map<UUID, String> customers, Map<UUID, String> people) {}

    private List<Column> columns() {
        var locale = Acting.current().locale();
        return COLUMNS.stream()
                .map(name -> Column.of(words.of(TOPIC, "column." + name).in(locale)))
                .toList();
    }

    private static List<? extends @Nullable Object> line(Record row, Map<String, Question> questions, Names names) {
        var zone = Acting.current().zone();
        Question question = questions.get(row.get(VISIT_ANSWER.QUESTION));
        boolean stock = Kind.STOCK.key().equals(row.get(VISIT_ANSWER.KIND));
        return Arrays.asList(
                row.get(VISIT.PLANNED_ON),
                LocalDateTime.ofInstant(row.get(VISIT.CHECKED_IN_AT).toInstant(), zone),
                names.customers().get(row.get(VISIT.CUSTOMER_ID)),
                names.people().get(row.get(VISIT.OWNER_ID)),
                question == null ? row.get(VISIT_ANSWER.QUESTION) : question.text(),
                stock ? row.get(VISIT_ANSWER.TEXT) : null,
                answer(row, question));
    }

    /** Of what is a file only that it is there. */
    private static @Nullable Object answer(Record row, @Nullable Question question) {
        return switch (Kind.of(row.get(VISIT_ANSWER.KIND))) {
            case TEXT -> row.get(VISIT_ANSWER.TEXT);
            case NUMBER, STOCK -> AnswerSql.plain(row.get(VISIT_ANSWER.NUMBER));
            case CHOICE, CHOICES ->
                Arrays.stream(row.get(VISIT_ANSWER.CHOICES))
                        .map(option -> question == null ? option : question.label(option))
                        .collect(Collectors.joining("；"));
            case PHOTO, SIGNATURE -> "✓";
        };
    }
}
