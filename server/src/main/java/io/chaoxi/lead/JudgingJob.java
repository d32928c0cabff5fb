package io.chaoxi.lead;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges all open leads by the firm's new criteria, some thousands in a step. What the criteria say is due once they are
 * written: it ends though whoever wrote them has left or asks it to stop.
 */
@Component
class JudgingJob implements JobKind {
    static final String KIND = "leadJudging";
    private static final int STEP = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Criteria criteria;
    private final JudgingSql sql;

    JudgingJob(Criteria criteria, JudgingSql sql) {
        this.criteria = criteria;
        this.sql = sql;
    }

    /** How far it came. */
    record Place(@Nullable UUID after, long looked, long done) {
        static final Place BEGIN = new Place(null, 0, 0);

        Map<String, @Nullable Object> result() {
            return Map.of("done", done);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String right(@Nullable String object) {
        return "settings.manage";
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        JsonNode kept = run.place();
        Place place = kept == null ? Place.BEGIN : JSON.treeToValue(kept, Place.class);
        while (true) {
            Place from = place;
            place = run.owed(() -> judge(run, from));
            if (place.looked() < from.looked() + STEP) return place.result();
        }
    }

    private Place judge(JobRun run, Place from) {
        Place reached = piece(from, STEP);
        boolean over = reached.looked() < from.looked() + STEP;
        run.reached(reached.looked(), over ? reached.looked() : null, reached);
        if (over) run.finished(reached.result());
        return reached;
    }

    /** Judges the next so many; nobody changes the criteria meanwhile. */
    Place piece(Place from, int most) {
        var by = criteria.held();
        List<UUID> next = sql.next(from.after(), most);
        UUID last = next.isEmpty() ? from.after() : next.getLast();
        return new Place(last, from.looked() + next.size(), from.done() + sql.judge(next, by));
    }
}
