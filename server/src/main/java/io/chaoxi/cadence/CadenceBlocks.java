package io.chaoxi.cadence;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.task.PlannedTask;
import io.chaoxi.task.PlannedTasks;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due with a customer next, told to whoever reaches it. */
@Service
class CadenceBlocks {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final CadenceSql cadences;
    private final TurnSql turns;
    private final PlannedTasks tasks;

    CadenceBlocks(
            Catalogues catalogues, RecordFinding finding, CadenceSql cadences, TurnSql turns, PlannedTasks tasks) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.cadences = cadences;
        this.turns = turns;
        this.tasks = tasks;
    }

    /** {@code task}: the open one, where it has appeared. */
    record Due(
            String name,
            String kind,
            LocalDate dueOn,
            @Nullable UUID task) {}

    /** The soonest first; 404 for a customer out of reach. */
    @Transactional(readOnly = true)
    public List<Due> of(UUID customer) {
        finding.find(catalogues.of(StandingSql.OBJECT), customer);
        var running = cadences.all().stream()
                .filter(Cadence::active)
                .collect(Collectors.toMap(Cadence::id, cadence -> cadence));
        var his = turns.of(customer).stream()
                .filter(turn -> running.containsKey(turn.cadence()) && !turn.unknown())
                .toList();
        var fates = tasks.fates(
                his.stream().map(Turn::task).filter(Objects::nonNull).toList());
        return his.stream()
                .map(turn -> due(
                        Objects.requireNonNull(running.get(turn.cadence())),
                        turn,
                        turn.task() == null ? null : fates.get(turn.task())))
                .sorted(Comparator.comparing(Due::dueOn))
                .toList();
    }

    private static Due due(Cadence cadence, Turn turn, PlannedTask.@Nullable Fate fate) {
        return fate != null && fate.open()
                ? new Due(cadence.name(), cadence.kind(), fate.due(), turn.task())
                : new Due(cadence.name(), cadence.kind(), turn.due(), null);
    }
}
