package io.chaoxi.platform.job;

import chaoxi.tables.tables.records.JobRowRecord;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Treats the rows of a job one by one, a hundred in a step; a refused row is noted with its reason and the rest goes on. */
@Component
public class JobRows {
    private static final int STEP = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JobSql sql;
    private final JobRowSql rowSql;
    private final Labels labels;
    private final TransactionTemplate savepoint;

    JobRows(JobSql sql, JobRowSql rowSql, Labels labels, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.rowSql = rowSql;
        this.labels = labels;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is done to one record; {@code row} counts them from one. */
    @FunctionalInterface
    public interface Treatment {
        void of(String object, UUID record, long row);
    }

    /** Treats every open row; answers with {@code {"done","refused"}}. */
    public Map<String, @Nullable Object> each(JobRun run, Treatment treatment) {
        String object = run.step(() -> sql.object(run.id()));
        Map<String, @Nullable Object> result = null;
        while (result == null) {
            result = run.<@Nullable Map<String, @Nullable Object>>step(() -> batch(run, object, treatment));
        }
        return result;
    }

    /** {@code {"done","refused"}} from the number of rows in each state. */
    public static Map<String, @Nullable Object> result(Map<String, Integer> counts) {
        var result = new HashMap<String, @Nullable Object>();
        result.put("done", counts.getOrDefault("done", 0));
        result.put("refused", counts.getOrDefault("refused", 0));
        return result;
    }

    /** A row of a file that was not taken, as it stood there, with the reason in the maker's language. */
    public record Refused(long row, String label, String code, String message, List<String> cells) {}

    /** Notes refused rows; call it inside a step. */
    public void refuse(JobRun run, Collection<Refused> rows) {
        if (!rows.isEmpty()) rowSql.addRefused(run.id(), rows);
    }

    /** The refused rows behind the given one; call it inside a step. */
    public List<Refused> refused(JobRun run, long after, int limit) {
        return rowSql.list(run.id(), "refused", after, limit).stream()
                .map(row -> new Refused(
                        row.getRow(), row.getLabel(), row.getCode(), row.getMessage(), cells(row.getCells())))
                .toList();
    }

    /** Drops what an earlier run noted, for work that begins anew. */
    public void forget(JobRun run) {
        rowSql.remove(run.id());
    }

    private static List<String> cells(JSONB cells) {
        return List.of(JSON.readValue(cells.data(), String[].class));
    }

    /** The result when these were the last rows, else null. */
    private @Nullable Map<String, @Nullable Object> batch(JobRun run, String object, Treatment treatment) {
        List<JobRowRecord> rows = rowSql.open(run.id(), STEP);
        for (JobRowRecord row : rows) {
            try {
                savepoint.executeWithoutResult(status -> treatment.of(object, row.getRecordId(), row.getRow()));
                rowSql.ended(run.id(), row.getRow(), "done", null, null);
            } catch (Refusal refusal) {
                rowSql.ended(run.id(), row.getRow(), "refused", refusal.code(), sentence(refusal));
            }
        }
        sql.advanced(run.id(), rows.size());
        if (rows.size() == STEP) return null;
        var result = result(rowSql.counts(run.id()));
        run.finished(result);
        return result;
    }

    /** The reason in the language of the job's maker. */
    public String sentence(Refusal refusal) {
        var first = refusal.errors().isEmpty() ? null : refusal.errors().getFirst();
        String code = first == null ? refusal.code() : first.code();
        var arguments = first == null ? refusal.arguments() : first.arguments();
        var locale = Acting.current().locale();
        return labels.find("problem", code)
                .map(label -> label.in(locale, arguments))
                .orElse(code);
    }
}
