package io.chaoxi.privacy;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes away what is kept of a person: what is elsewhere, piece by piece, then his record, then what came meanwhile. The
 * step that takes the record holds it, and when it is not any more as it was, all is swept once more. Jobs that were open
 * at that moment may have read him: they are waited for, then all is swept for the last time. Until then the job keeps
 * by what he is known, so that a run after a kill goes on; whoever ordered it cannot stop it any more.
 */
@Component
class ErasureJob implements JobKind {
    static final String KIND = "erasure";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Logger LOG = LoggerFactory.getLogger(ErasureJob.class);

    private final PersonalData personal;
    private final PersonalRecords records;
    private final ObjectProvider<Traces> traces;
    private final AccessLog accessLog;

    ErasureJob(PersonalData personal, PersonalRecords records, ObjectProvider<Traces> traces, AccessLog accessLog) {
        this.personal = personal;
        this.records = records;
        this.traces = traces;
        this.accessLog = accessLog;
    }

    /** Who is gone, and the jobs that were open then. */
    private record Place(Traced person, List<UUID> jobs) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var kept = run.place();
        return rest(run, kept == null ? taken(run) : JSON.treeToValue(kept, Place.class));
    }

    /** Takes everything away that there is at this moment, at last the record. */
    private Place taken(JobRun run) {
        var order = JSON.treeToValue(run.arguments(), PersonalData.Order.class);
        String object = run.step(() -> run.object());
        while (true) {
            Traced person = run.step(() -> records.trace(open(object), order.record()));
            sweep(run, person, piece -> run.<@Nullable UUID>step(piece));
            var place = run.<@Nullable Place>step(() -> take(run, object, order, person));
            if (place != null) return place;
        }
    }

    private Catalogue open(String object) {
        Catalogue catalogue = personal.open(object);
        catalogue.actor().require(object + ".delete");
        return catalogue;
    }

    /** The transaction in which a piece is swept. */
    private interface Step {
        @Nullable
        UUID of(Supplier<@Nullable UUID> piece);
    }

    private void sweep(JobRun run, Traced person, Step step) {
        traces.orderedStream().forEach(one -> {
            UUID place = null;
            do {
                UUID after = place;
                place = step.of(() -> {
                    run.unhurried();
                    return one.erase(person, after);
                });
            } while (place != null);
        });
    }

    /** The record itself, with what came since it was swept for; null when it became another one meanwhile. */
    private @Nullable Place take(JobRun run, String object, PersonalData.Order order, Traced person) {
        Catalogue catalogue = open(object);
        run.unhurried();
        records.hold(catalogue, person);
        if (!records.trace(catalogue, order.record()).equals(person)) return null;
        traces.orderedStream().forEach(one -> one.erase(person, null));
        records.forget(catalogue, person, run.id());
        accessLog.add("personErased", object, order.record(), Map.of("reason", order.reason()));
        var place = new Place(person, run.openBeside(KIND));
        int gone = person.records().size();
        run.reached(gone, (long) gone, place);
        return place;
    }

    /** What came while he was taken away. A fault must not end it: nobody could order it again. */
    private Map<String, @Nullable Object> rest(JobRun run, Place place) {
        if (run.owed(() -> run.anyOpen(place.jobs()))) throw run.later();
        try {
            sweep(run, place.person(), piece -> run.<@Nullable UUID>owed(piece));
        } catch (RuntimeException fault) {
            LOG.warn("The last sweep of erasure {} is done again", run.id(), fault);
            throw run.later();
        }
        return run.owed(() -> {
            int gone = place.person().records().size();
            Map<String, @Nullable Object> result = Map.of("done", gone);
            run.reached(gone, (long) gone, null);
            run.finished(result);
            return result;
        });
    }
}
