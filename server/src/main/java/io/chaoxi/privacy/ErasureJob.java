package io.chaoxi.privacy;

import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes away what is kept of a person, and at last his record. What is elsewhere goes first, piece by piece: as long as
 * the record stands it can be found again, so a run after a kill begins anew. The last step holds the record, and when it
 * is not any more as it was, all is swept once more.
 */
@Component
class ErasureJob implements JobKind {
    static final String KIND = "erasure";
    private static final JsonMapper JSON = JsonMapper.shared();

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

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var order = JSON.treeToValue(run.arguments(), PersonalData.Order.class);
        String object = run.step(() -> run.object());
        while (true) {
            Traced person = run.step(() -> records.trace(open(object), order.record()));
            traces.orderedStream().forEach(one -> sweep(run, one, person));
            var result = run.<@Nullable Map<String, @Nullable Object>>step(() -> last(run, object, order, person));
            if (result != null) return result;
        }
    }

    private Catalogue open(String object) {
        Catalogue catalogue = personal.open(object);
        catalogue.actor().require(object + ".delete");
        return catalogue;
    }

    private static void sweep(JobRun run, Traces traces, Traced person) {
        UUID place = null;
        do {
            UUID after = place;
            place = run.<@Nullable UUID>step(() -> {
                run.unhurried();
                return traces.erase(person, after);
            });
        } while (place != null);
    }

    /** The record itself, with what came since it was swept for; null when it became another one meanwhile. */
    private @Nullable Map<String, @Nullable Object> last(
            JobRun run, String object, PersonalData.Order order, Traced person) {
        Catalogue catalogue = open(object);
        run.unhurried();
        records.hold(catalogue, person);
        if (!records.trace(catalogue, order.record()).equals(person)) return null;
        traces.orderedStream().forEach(one -> one.erase(person, null));
        records.forget(catalogue, person, run.id());
        accessLog.add("personErased", object, order.record(), Map.of("reason", order.reason()));
        int gone = person.records().size();
        run.reached(gone, (long) gone, null);
        Map<String, @Nullable Object> result = Map.of("done", gone);
        run.finished(result);
        return result;
    }
}
