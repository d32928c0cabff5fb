package io.chaoxi.cadence;

import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.record.RecordsLeaving;
import io.chaoxi.platform.record.RecordsSettled;
import io.chaoxi.platform.record.Touched;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.task.PlannedTasks;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers which customers a transaction wrote, touched or finished tasks of, and looks at all of them once, right before it
 * commits: by then everything that it writes stands, and nobody sees one without the other.
 */
@Component
class CustomersTurn {
    private static final String CUSTOMER = StandingSql.OBJECT;

    /** Merges are long requests; what they mean for rhythms is left to the round of the minute. */
    private static final Set<String> MERGES = Set.of("merged", "mergedAway", "unmerged");

    private final Turning turning;
    private final PlannedTasks tasks;
    private final TurnSql turns;

    CustomersTurn(Turning turning, PlannedTasks tasks, TurnSql turns) {
        this.turning = turning;
        this.tasks = tasks;
        this.turns = turns;
    }

    @EventListener
    void on(RecordsChanged changed) {
        if (changed.object().equals(CUSTOMER)) {
            (MERGES.contains(changed.kind()) ? gathered().later : gathered().customers).addAll(changed.ids());
        }
        // What the program did with tasks is what is decided here.
        if (changed.object().equals("task") && !Actor.isProgram(changed.by()))
            gathered().tasks.addAll(changed.ids());
    }

    @EventListener
    void on(Touched touched) {
        if (touched.object().equals(CUSTOMER) && !touched.steps().isEmpty()) {
            gathered().customers.addAll(touched.steps().keySet());
        }
    }

    @EventListener
    void on(RecordsSettled settled) {
        if (settled.object().equals(CUSTOMER)) gathered().later.addAll(settled.ids());
    }

    @EventListener
    void on(RecordsLeaving leaving) {
        if (leaving.object().equals(CUSTOMER)) turns.forget(leaving.ids());
    }

    private Gathered gathered() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Gathered found) return found;
        }
        var made = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }

    private final class Gathered implements TransactionSynchronization {
        private final Actor actor = Acting.current();
        private final Set<UUID> customers = new HashSet<>();
        private final Set<UUID> tasks = new HashSet<>();
        private final Set<UUID> later = new HashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            Acting.as(actor, () -> {
                if (!later.isEmpty()) turns.again(later);
                var now = all();
                now.removeAll(later);
                turning.look(now, actor.person());
            });
        }

        private Set<UUID> all() {
            var all = new HashSet<>(customers);
            if (!tasks.isEmpty()) all.addAll(CustomersTurn.this.tasks.customers(tasks));
            return all;
        }
    }
}
