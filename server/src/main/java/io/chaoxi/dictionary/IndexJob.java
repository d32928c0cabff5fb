package io.chaoxi.dictionary;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.SlotFilling;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fills the key column of a custom field for the records that are there already, a thousand in each step. */
@Component
class IndexJob implements JobKind {
    static final String KIND = "index";

    /** Other nodes write with the fields of two seconds ago; what they leave out is filled afterwards. */
    private static final Duration UNTIL_ALL_KNOW = KeptForFirm.TIME.plusMillis(500);

    private final CustomFieldSql sql;
    private final CustomFieldDesign design;
    private final FirmFields fields;
    private final SlotFilling filling;

    IndexJob(CustomFieldSql sql, CustomFieldDesign design, FirmFields fields, SlotFilling filling) {
        this.sql = sql;
        this.design = design;
        this.fields = fields;
        this.filling = filling;
    }

    private record Place(@Nullable UUID after, long done) {
        static Place of(@Nullable JsonNode kept) {
            return kept == null
                    ? new Place(null, 0)
                    : new Place(
                            UUID.fromString(kept.path("after").asString()),
                            kept.path("done").asLong());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        JsonNode arguments = run.arguments();
        String object = arguments.path("object").asString();
        UUID id = UUID.fromString(arguments.path("field").asString());
        @Nullable Place place = Place.of(run.place());
        if (place.done() == 0) waitUntilAllKnow();
        while (place != null) {
            Place from = place;
            place = run.<@Nullable Place>step(() -> step(run, object, id, from));
        }
        Map<String, @Nullable Object> result = Map.of("field", id.toString());
        run.step(() -> {
            finish(object, id);
            run.finished(result);
        });
        return result;
    }

    private @Nullable Place step(JobRun run, String object, UUID id, Place from) {
        CustomField field = managed(object, id);
        var filled = filling.fill(object, field.name(), from.after());
        long done = from.done() + filled.records();
        if (filled.next() == null) {
            run.reached(done, done, null);
            return null;
        }
        run.reached(done, null, Map.of("after", filled.next().toString(), "done", done));
        return new Place(filled.next(), done);
    }

    private CustomField managed(String object, UUID id) {
        Acting.current().require(CustomFieldDesign.RIGHT);
        return design.find(object, id);
    }

    private void finish(String object, UUID id) {
        sql.filled(managed(object, id).id());
        fields.forget();
    }

    private static void waitUntilAllKnow() {
        long until = System.nanoTime() + UNTIL_ALL_KNOW.toNanos();
        while (until - System.nanoTime() > 0) LockSupport.parkNanos(until - System.nanoTime());
    }
}
