package io.chaoxi.cadence;

import io.chaoxi.platform.Ids;
import io.chaoxi.task.PlannedTask;
import io.chaoxi.task.PlannedTask.Fate;
import io.chaoxi.workday.WorkDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of turns and tasks, decided from what is known; reads and writes nothing. Everything follows from the day
 * from which a period counts, so deciding again changes nothing, however often and on however many nodes.
 */
final class Deciding {
    /** So long may a firm not work on end; then a date stays where it is. */
    private static final int LONGEST_REST = 366;

    private final LocalDate today;
    private final ZoneId zone;
    private final Supplier<WorkDays> days;
    private final Set<UUID> working;

    final List<Turn> turns = new ArrayList<>();
    final List<Turn> over = new ArrayList<>();
    final List<PlannedTask.New> made = new ArrayList<>();
    final Map<UUID, LocalDate> touched = new HashMap<>();
    final Map<UUID, String> ended = new HashMap<>();
    final Map<UUID, Cadence> endedOf = new HashMap<>();
    final Map<UUID, UUID> passed = new HashMap<>();
    final List<UUID> adopted = new ArrayList<>();

    /**
     * @param days on which the firm works, asked for when the first day is counted
     * @param working which of the appointed people are there
     */
    Deciding(LocalDate today, ZoneId zone, Supplier<WorkDays> days, Set<UUID> working) {
        this.today = today;
        this.zone = zone;
        this.days = days;
        this.working = working;
    }

    /**
     * What is known of a rhythm and a customer.
     *
     * @param turn null while the customer is not in it
     * @param standing null without an owner
     * @param open its tasks that are open; several after a merge
     * @param fate what became of the task that the turn knows of
     */
    record Case(
            Cadence cadence,
            UUID customer,
            @Nullable Turn turn,
            @Nullable Standing standing,
            List<PlannedTask> open,
            @Nullable Fate fate) {

        /** Whether somebody is writing its task at this moment. */
        boolean busy() {
            return turn != null
                    && fate != null
                    && fate.open()
                    && customer.equals(fate.customer())
                    && open.stream().noneMatch(task -> task.id().equals(turn.task()));
        }

        /** The task that stays, of several the one that was made for this customer. */
        @Nullable
        PlannedTask main() {
            return open.stream()
                    .filter(task -> task.of().equals(customer))
                    .findFirst()
                    .orElse(open.isEmpty() ? null : open.getFirst());
        }
    }

    void decide(Case one) {
        Turn turn = one.turn();
        if (one.busy()) {
            put(one, Objects.requireNonNull(turn).again(today));
            return;
        }
        PlannedTask main = one.main();
        one.open().stream().filter(task -> !task.equals(main)).forEach(task -> end(one, task, "merged"));
        Standing standing = one.standing();
        String why = why(one);
        if (why != null || standing == null) {
            if (main != null && main.untouched()) end(one, main, Objects.requireNonNullElse(why, "ownerless"));
            if (turn != null) over.add(turn);
            return;
        }
        LocalDate base = base(one, standing, main);
        LocalDate last = standing.touched(one.cadence().kind(), zone);
        if (main == null) next(one, standing, base, last);
        else if (last != null && one.cadence().does(last, base, opened(one, main))) {
            touched.put(main.id(), last);
            next(one, standing, last, last);
        } else keep(one, standing, base, main);
    }

    private void end(Case one, PlannedTask task, String why) {
        ended.put(task.id(), why);
        endedOf.put(task.id(), one.cadence());
    }

    /** Why the customer is not in the rhythm; null where it is. */
    private static @Nullable String why(Case one) {
        if (!one.cadence().active()) return "off";
        if (one.standing() == null) return "ownerless";
        return one.standing().meets().contains(one.cadence().id()) ? null : "unmet";
    }

    /** Who cancels or deletes a task says that this time is left out. */
    private LocalDate base(Case one, Standing standing, @Nullable PlannedTask main) {
        Turn turn = one.turn();
        if (turn == null || turn.unknown()) {
            return one.cadence().begin(standing.owned(zone), standing.spread(), today);
        }
        Fate fate = one.fate();
        if (turn.task() == null || main != null || (fate != null && fate.open())) return turn.base();
        return fate == null || fate.doneAt() == null ? today : LocalDate.ofInstant(fate.doneAt(), zone);
    }

    private LocalDate opened(Case one, PlannedTask main) {
        Turn turn = one.turn();
        LocalDate opened = turn == null || !main.id().equals(turn.task()) ? null : turn.opened();
        return opened == null ? LocalDate.ofInstant(main.made(), zone) : opened;
    }

    /** It waits for its day, or its task appears; one that should have been there long ago is due now. */
    private void next(Case one, Standing standing, LocalDate base, @Nullable LocalDate last) {
        Cadence cadence = one.cadence();
        LocalDate from = cadence.from(base, last);
        LocalDate due = due(cadence, from);
        LocalDate look = due.minusDays(cadence.leadDays());
        if (look.isAfter(today)) {
            put(one, Turn.waiting(cadence.id(), one.customer(), base, due, look));
            return;
        }
        LocalDate fair = due.isBefore(today) ? moved(today) : due;
        UUID owner = doer(cadence, standing.owner());
        var task = new PlannedTask.New(
                Ids.next(),
                cadence.id(),
                cadence.name(),
                one.customer(),
                owner,
                cadence.subjectOf(standing.name()),
                cadence.goal(),
                cadence.kind(),
                fair,
                standing.sample());
        made.add(task);
        put(one, new Turn(cadence.id(), one.customer(), from, fair, null, task.id(), today, owner));
    }

    /** The task goes along with the customer, unless a person gave it to somebody. */
    private void keep(Case one, Standing standing, LocalDate base, PlannedTask main) {
        Turn turn = one.turn();
        UUID wanted = doer(one.cadence(), standing.owner());
        boolean came = !main.of().equals(one.customer());
        UUID given = turn == null ? null : turn.person();
        boolean asMade = turn == null ? main.untouched() : Objects.equals(main.owner(), given);
        boolean ours = came || asMade;
        boolean his = wanted.equals(main.owner());
        if (came) adopted.add(main.id());
        if (ours && !his) passed.put(main.id(), wanted);
        UUID person = ours || his ? wanted : given;
        put(
                one,
                new Turn(
                        one.cadence().id(),
                        one.customer(),
                        base,
                        main.due(),
                        null,
                        main.id(),
                        opened(one, main),
                        person));
    }

    private void put(Case one, Turn turn) {
        if (!turn.equals(one.turn())) turns.add(turn);
    }

    /** Who was appointed, while he is there; else the owner. */
    UUID doer(Cadence cadence, UUID owner) {
        UUID person = cadence.person();
        return person != null && working.contains(person) ? person : owner;
    }

    LocalDate due(Cadence cadence, LocalDate from) {
        return moved(cadence.after(from));
    }

    private LocalDate moved(LocalDate day) {
        LocalDate at = day;
        for (int i = 0; i < LONGEST_REST; i++) {
            if (days.get().works(at)) return at;
            at = at.plusDays(1);
        }
        return day;
    }

    /** How many tasks appear until a day, each of them done when it is due. */
    int until(LocalDate last, Cadence cadence, LocalDate from) {
        int count = 0;
        for (LocalDate begin = from; ; count++) {
            LocalDate due = due(cadence, begin);
            if (due.minusDays(cadence.leadDays()).isAfter(last)) return count;
            begin = due.isBefore(today) ? today : due;
        }
    }
}
