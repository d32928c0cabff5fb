package io.chaoxi.privacy;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Erases people whose time is over, one after the other; each is looked at again before he goes. */
@Component
class RetentionJob implements JobKind {
    static final String KIND = "retention";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Erasing erasing;
    private final Retention retention;

    RetentionJob(Erasing erasing, Retention retention) {
        this.erasing = erasing;
        this.retention = retention;
    }

    /** What it is to do, as its arguments. */
    record Order(List<UUID> records, boolean automatic) {}

    /** Who is next, how many went, and who is gone but for the last sweep. */
    private record Place(int next, int done, Erasing.@Nullable Gone gone) {
        Place passed() {
            return new Place(next + 1, done, null);
        }

        Place gone(Erasing.Gone who) {
            return new Place(next + 1, done + 1, who);
        }

        Place swept() {
            return new Place(next, done, null);
        }

        Map<String, @Nullable Object> result() {
            return Map.of("done", done, "kept", next - done);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> rows) {
        return read(place).result();
    }

    private static Place read(@Nullable JsonNode place) {
        return place == null ? new Place(0, 0, null) : JSON.treeToValue(place, Place.class);
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        Place place = swept(run, read(run.place()));
        var order = JSON.treeToValue(run.arguments(), Order.class);
        String object = run.step(() -> run.object());
        while (place.next() < order.records().size()) place = swept(run, next(run, object, order, place));
        var result = place.result();
        run.owed(() -> {
            run.finished(result);
            return result;
        });
        return result;
    }

    private Place swept(JobRun run, Place place) {
        var gone = place.gone();
        if (gone == null) return place;
        erasing.rest(run, gone);
        return run.owed(() -> reached(run, place.swept(), null));
    }

    private static Place reached(JobRun run, Place place, @Nullable Long total) {
        run.reached(place.next(), total, place);
        return place;
    }

    private Place next(JobRun run, String object, Order order, Place place) {
        UUID record = order.records().get(place.next());
        long total = order.records().size();
        var person = new Erasing.Order(object, record, Reason.RETENTION_EXPIRED.word());
        try {
            var gone = erasing.take(
                    run,
                    person,
                    one -> retention.isDue(one, order.automatic()),
                    who -> reached(run, place.gone(who), total));
            if (gone != null) return place.gone(gone);
        } catch (Refusal refusal) {
            // He stays, whatever the reason, and keeps nobody behind him from going: erased meanwhile, shared, out of
            // reach.
        }
        return run.step(() -> {
            erasing.open(object);
            return reached(run, place.passed(), total);
        });
    }
}
