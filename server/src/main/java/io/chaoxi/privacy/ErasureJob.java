package io.chaoxi.privacy;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Erases the one person of its order; see {@link Erasing}. */
@Component
class ErasureJob implements JobKind {
    static final String KIND = "erasure";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Erasing erasing;
    private final HoldSql holds;

    ErasureJob(Erasing erasing, HoldSql holds) {
        this.erasing = erasing;
        this.holds = holds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var place = run.place();
        var gone = place == null ? taken(run) : JSON.treeToValue(place, Erasing.Gone.class);
        erasing.rest(run, gone);
        return run.owed(() -> {
            Map<String, @Nullable Object> result = Map.of("done", gone.records());
            run.reached(gone.records(), (long) gone.records(), null);
            run.finished(result);
            return result;
        });
    }

    private Erasing.Gone taken(JobRun run) {
        var said = JSON.treeToValue(run.arguments(), PersonalData.Order.class);
        String object = run.step(() -> run.object());
        var order = new Erasing.Order(object, said.record(), said.reason());
        return Objects.requireNonNull(erasing.take(
                run,
                order,
                person -> {
                    holds.refuse(object, person.records());
                    return true;
                },
                gone -> run.reached(gone.records(), (long) gone.records(), gone)));
    }
}
