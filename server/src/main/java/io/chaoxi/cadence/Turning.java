package io.chaoxi.cadence;

import io.chaoxi.cadence.Deciding.Case;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.task.PlannedTask;
import io.chaoxi.task.PlannedTasks;
import io.chaoxi.workday.WorkCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Brings turns and tasks of customers to where they belong, whatever happened to them: the same for a single write, the
 * round and the walk behind a changed rule. Locks turns in one order first and reads customers behind that, so of two at
 * once the later one sees what the former wrote; tasks that somebody is writing are left to the next round.
 */
@Component
class Turning {
    private final CadenceSql cadences;
    private final TurnSql turns;
    private final StandingSql standings;
    private final PlannedTasks tasks;
    private final Facts facts;
    private final Clock clock;

    Turning(CadenceSql cadences, TurnSql turns, StandingSql standings, PlannedTasks tasks, Facts facts, Clock clock) {
        this.cadences = cadences;
        this.turns = turns;
        this.standings = standings;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a firm has in common, and the words for it. */
    @Component
    static class Facts {
        private final WorkCalendar calendar;
        private final Actors actors;
        private final Labels labels;

        Facts(WorkCalendar calendar, Actors actors, Labels labels) {
            this.calendar = calendar;
            this.actors = actors;
            this.labels = labels;
        }

        Deciding deciding(LocalDate today, Collection<Cadence> all) {
            var actor = Acting.current();
            Set<UUID> working = all.stream()
                    .map(Cadence::person)
                    .filter(Objects::nonNull)
                    .filter(person -> actors.load(actor.tenant(), person).isPresent())
                    .collect(Collectors.toSet());
            return new Deciding(today, actor.zone(), SingletonSupplier.of(calendar::days), working);
        }

        String said(String key, CadenceSql.Manner manner, Map<String, Object> facts) {
            return labels.of("cadence", key).in(manner.locale(), facts);
        }
    }

    /** @param by whose deed it was; null for nobody's */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(Collection<UUID> customers, @Nullable UUID by) {
        if (customers.isEmpty()) return;
        cadences.hold();
        var all = cadences.everyOne();
        if (all.isEmpty()) return;
        var manner = cadences.manner();
        var system = Actor.system(Acting.current().tenant(), manner.zone());
        Acting.as(system, () -> write(decided(new TreeSet<>(customers), all, manner), manner, by));
    }

    private Deciding decided(Collection<UUID> customers, List<Cadence> all, CadenceSql.Manner manner) {
        var known = turns.lock(customers);
        var running = all.stream().filter(Cadence::active).toList();
        var standing = standings.of(customers, running);
        var deciding = facts.deciding(LocalDate.ofInstant(clock.instant(), manner.zone()), running);
        boolean none = standing.values().stream().allMatch(one -> one.meets().isEmpty());
        if (known.isEmpty() && none) return deciding;
        var open = tasks.open(customers).stream().collect(Collectors.groupingBy(Turning::key));
        var fates = tasks.fates(
                known.stream().map(Turn::task).filter(Objects::nonNull).toList());
        var byKey = known.stream().collect(Collectors.toMap(Turning::key, turn -> turn));
        for (UUID customer : customers) {
            for (Cadence cadence : all) {
                var key = new Key(cadence.id(), customer);
                var about = open.getOrDefault(key, List.of());
                Turn turn = byKey.get(key);
                if (turn == null && about.isEmpty() && !cadence.active()) continue;
                var fate = turn == null || turn.task() == null ? null : fates.get(turn.task());
                deciding.decide(new Case(cadence, customer, turn, standing.get(customer), about, fate));
            }
        }
        return deciding;
    }

    private record Key(UUID cadence, @Nullable UUID customer) {}

    private static Key key(PlannedTask task) {
        return new Key(task.cadence(), task.customer());
    }

    private static Key key(Turn turn) {
        return new Key(turn.cadence(), turn.customer());
    }

    private void write(Deciding decided, CadenceSql.Manner manner, @Nullable UUID by) {
        var results = new HashMap<UUID, String>();
        decided.touched.forEach((task, day) -> results.put(task, facts.said("touched", manner, Map.of("date", day))));
        tasks.finish(results, by);
        var reasons = new HashMap<UUID, String>();
        decided.ended.forEach((task, why) -> {
            String name = Objects.requireNonNull(decided.endedOf.get(task)).name();
            reasons.put(task, facts.said(why, manner, Map.of("name", name)));
        });
        tasks.cancel(reasons);
        tasks.adopt(decided.adopted);
        tasks.pass(decided.passed);
        turns.remove(decided.over);
        turns.put(withTasks(decided));
    }

    /** Where another task stands in the place of a new one, the round looks again. */
    private List<Turn> withTasks(Deciding decided) {
        var made = new HashSet<>(tasks.make(decided.made));
        var wanted = decided.made.stream().map(PlannedTask.New::id).collect(Collectors.toSet());
        var all = new ArrayList<Turn>();
        for (Turn turn : decided.turns) {
            boolean refused = turn.task() != null && wanted.contains(turn.task()) && !made.contains(turn.task());
            LocalDate opened = turn.opened();
            if (refused && opened != null) {
                all.add(Turn.waiting(turn.cadence(), turn.customer(), turn.base(), turn.due(), opened));
            } else all.add(turn);
        }
        return all;
    }
}
