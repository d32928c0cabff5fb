package io.chaoxi.privacy;

import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes away what is kept of a person: what is elsewhere, piece by piece, then his record, then what came meanwhile. The
 * step that takes the record holds it, and when it is not any more as it was, all is swept once more. Jobs that were open
 * at that moment may have read him: they are waited for, then all is swept for the last time. Until then the job keeps
 * by what he is known, so that a run after a kill goes on; whoever ordered it cannot stop it any more.
 */
@Component
class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final List<String> KINDS = List.of(ErasureJob.KIND, RetentionJob.KIND);

    private final PersonalData personal;
    private final PersonalRecords records;
    private final ObjectProvider<Traces> traces;
    private final HoldSql holds;
    private final AccessLog accessLog;

    Erasing(
            PersonalData personal,
            PersonalRecords records,
            ObjectProvider<Traces> traces,
            HoldSql holds,
            AccessLog accessLog) {
        this.personal = personal;
        this.holds = holds;
        this.records = records;
        this.traces = traces;
        this.accessLog = accessLog;
    }

    /** Who is gone, and the jobs that were open then. */
    record Gone(Traced person, List<UUID> jobs) {
        int records() {
            return person.records().size();
        }
    }

    /** Somebody who is to go. */
    record Order(String object, UUID record, String reason) {}

    /**
     * Takes everything away that there is at this moment, at last the record.
     *
     * @param due asked before anything is taken and again before the record is
     * @param kept is told in the step that takes the record
     * @return null when he was not due
     */
    @Nullable
    Gone take(JobRun run, Order order, Predicate<Traced> due, Consumer<Gone> kept) {
        while (true) {
            Traced person = run.step(() -> records.trace(open(order.object()), order.record()));
            if (!run.step(() -> due.test(person))) return null;
            sweep(run, person, piece -> run.<@Nullable UUID>step(piece));
            End end = run.step(() -> end(run, order, person, due, kept));
            if (end.reached()) return end.gone();
        }
    }

    /** 403 for whoever may erase nobody. */
    Catalogue open(String object) {
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

    /** Not reached where the record became another one meanwhile; nobody gone where he is not due any more. */
    private record End(boolean reached, @Nullable Gone gone) {}

    /** The record itself, with what came since it was swept for. */
    private End end(JobRun run, Order order, Traced person, Predicate<Traced> due, Consumer<Gone> kept) {
        Catalogue catalogue = open(order.object());
        run.unhurried();
        records.hold(catalogue, person);
        if (!due.test(person)) return new End(true, null);
        if (!records.trace(catalogue, order.record()).equals(person)) return new End(false, null);
        traces.orderedStream().forEach(one -> one.erase(person, null));
        records.forget(catalogue, person, run.id());
        accessLog.add("personErased", order.object(), order.record(), Map.of("reason", order.reason()));
        var gone = new Gone(person, run.openBeside(KINDS));
        kept.accept(gone);
        return new End(true, gone);
    }

    /** What came while he was taken away. A fault must not end it: nobody could order it again. */
    void rest(JobRun run, Gone gone) {
        if (run.owed(() -> run.anyOpen(gone.jobs()))) throw run.later();
        try {
            run.<@Nullable Object>owed(() -> {
                holds.drop(gone.person().records());
                return null;
            });
            sweep(run, gone.person(), piece -> run.<@Nullable UUID>owed(piece));
        } catch (RuntimeException fault) {
            LOG.warn("The last sweep of job {} is done again", run.id(), fault);
            throw run.later();
        }
    }
}
