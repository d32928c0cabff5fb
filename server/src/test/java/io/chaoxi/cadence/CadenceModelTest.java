package io.chaoxi.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A year of calls and visits, done and forgotten, of other owners and grades, of clocks that jump: which tasks are there is
 * what a simple model says that knows days and nothing of how they are stored.
 */
class CadenceModelTest extends RhythmicFirm {
    private static final int DAYS = 366;
    private static final int CUSTOMERS = 8;

    private final Random random = new Random(20261124L);
    private final List<Modelled> all = new ArrayList<>();
    private List<Rule> rules = List.of();

    /** A rhythm by the words of the guide. */
    private record Rule(
            UUID id, String grade, int days, int months, String kind, boolean restarts, int lead, SignedIn person) {
        LocalDate after(LocalDate day) {
            return day.plusDays(days).plusMonths(months);
        }
    }

    /** A task of the model: when it appeared, and by when it is to be done. */
    private record Open(LocalDate opened, LocalDate due, UUID owner) {}

    /** What the model knows of a customer. */
    private static final class Modelled {
        private final UUID id;
        private SignedIn owner;
        private LocalDate owned;
        private String grade;
        private final Map<String, LocalDate> touched = new HashMap<>();
        private final Map<Rule, LocalDate> last = new HashMap<>();
        private final Map<Rule, Open> open = new HashMap<>();
        private final Map<Rule, Integer> made = new HashMap<>();
        private final Map<String, Integer> ended = new HashMap<>();

        Modelled(UUID id) {
            this.id = id;
        }
    }

    private static LocalDate worked(LocalDate day) {
        LocalDate at = day;
        while (at.getDayOfWeek().getValue() > 5) at = at.plusDays(1);
        return at;
    }

    private UUID doer(Rule rule, Modelled customer) {
        return rule.person() == null ? customer.owner.id() : rule.person().id();
    }

    /** What follows from how things stand. */
    private void model(Modelled customer) {
        for (Rule rule : rules) {
            boolean meets = rule.grade() == null || rule.grade().equals(customer.grade);
            if (customer.owner == null || !meets) {
                if (customer.open.remove(rule) != null) customer.ended.merge("cancelled", 1, Integer::sum);
                customer.last.remove(rule);
                continue;
            }
            LocalDate touch = customer.touched.get(rule.kind());
            LocalDate last = customer.last.computeIfAbsent(rule, any -> begin(rule, customer));
            Open open = customer.open.get(rule);
            if (open != null && touch != null && touch.isAfter(last)) {
                if (rule.restarts() || !touch.isBefore(open.opened())) {
                    customer.open.remove(rule);
                    customer.ended.merge("done", 1, Integer::sum);
                    customer.last.put(rule, touch);
                    last = touch;
                    open = null;
                }
            }
            if (open == null) due(rule, customer, last, touch);
            else customer.open.put(rule, new Open(open.opened(), open.due(), doer(rule, customer)));
        }
    }

    private LocalDate begin(Rule rule, Modelled customer) {
        LocalDate begin = customer.owned;
        for (int i = 1; !times(rule, customer.owned, i).isAfter(today()); i++) begin = times(rule, customer.owned, i);
        return begin;
    }

    private static LocalDate times(Rule rule, LocalDate day, int times) {
        return day.plusDays((long) rule.days() * times).plusMonths((long) rule.months() * times);
    }

    private void due(Rule rule, Modelled customer, LocalDate last, LocalDate touch) {
        LocalDate from = rule.restarts() && touch != null && touch.isAfter(last) ? touch : last;
        LocalDate due = worked(rule.after(from));
        if (due.minusDays(rule.lead()).isAfter(today())) return;
        if (due.isBefore(today())) due = worked(today());
        customer.last.put(rule, from);
        customer.open.put(rule, new Open(today(), due, doer(rule, customer)));
        customer.made.merge(rule, 1, Integer::sum);
    }

    private void something() {
        Modelled customer = all.get(random.nextInt(all.size()));
        switch (random.nextInt(8)) {
            case 0 -> {
                SignedIn to = List.of(wang, li, admin).get(random.nextInt(3));
                boolean none = random.nextInt(4) == 0;
                if (none ? customer.owner == null : to.equals(customer.owner)) return;
                write(customer.id, "owner", none ? null : to.id());
                customer.owner = none ? null : to;
                customer.owned = none ? null : today();
            }
            case 1 -> {
                String grade = List.of("high", "low").get(random.nextInt(2));
                if (grade.equals(customer.grade)) return;
                write(customer.id, "grade", grade);
                customer.grade = grade;
            }
            case 2, 3, 4 -> {
                String kind = random.nextInt(3) == 0 ? "visit" : "call";
                touch(customer.id, kind);
                customer.touched.merge(kind, today(), (one, other) -> one.isAfter(other) ? one : other);
            }
            default -> end(customer);
        }
        model(customer);
    }

    /** Somebody finishes one of its tasks, or throws it away. */
    private void end(Modelled customer) {
        for (Rule rule : rules) {
            if (!customer.open.containsKey(rule)) continue;
            UUID task = open(customer.id).stream()
                    .filter(one -> one.subject().startsWith(name(rule)))
                    .findFirst()
                    .orElseThrow()
                    .id();
            boolean done = random.nextInt(4) > 0;
            if (done) finish(task);
            else delete("task", task);
            customer.open.remove(rule);
            customer.last.put(rule, today());
            if (done) customer.ended.merge("done", 1, Integer::sum);
            else customer.made.merge(rule, -1, Integer::sum);
            return;
        }
    }

    private String name(Rule rule) {
        return "节奏" + rules.indexOf(rule);
    }

    private Rule rule(int number, String grade, int every, String unit, Map<String, Object> more) {
        var body = new HashMap<>(more);
        if (grade != null) body.put("condition", "grade==" + grade);
        UUID id = cadence("节奏" + number, every, unit, body);
        int days = unit.equals("month") ? 0 : every * (unit.equals("week") ? 7 : 1);
        return new Rule(
                id,
                grade,
                days,
                unit.equals("month") ? every : 0,
                String.valueOf(more.getOrDefault("kind", "call")),
                !Boolean.FALSE.equals(more.get("restarts")),
                (Integer) more.getOrDefault("leadDays", 0),
                more.containsKey("person") ? li : null);
    }

    @Test
    void whatIsToBeDoneIsWhatTheModelSaysForAYear() {
        rules = List.of(
                rule(0, null, 1, "month", Map.of("leadDays", 3)),
                rule(1, "high", 10, "day", Map.of("restarts", false)),
                rule(2, "high", 6, "week", Map.of("kind", "visit", "person", li.id(), "leadDays", 7)),
                rule(3, "low", 3, "month", Map.of("kind", "visit")));
        for (int i = 0; i < CUSTOMERS; i++) {
            SignedIn owner = i % 2 == 0 ? wang : li;
            var customer = new Modelled(customer("客户" + i, owner));
            customer.owner = owner;
            customer.owned = today();
            all.add(customer);
            model(customer);
        }
        for (LocalDate end = today().plusDays(DAYS); today().isBefore(end); ) {
            int chance = random.nextInt(60);
            pass(chance == 0 ? 31 : chance == 1 ? -4 : 1);
            run();
            if (random.nextInt(6) == 0) run();
            all.forEach(this::model);
            compare("after the round of " + today());
            for (int i = random.nextInt(3); i > 0; i--) something();
            compare("at the end of " + today());
        }
        int made = all.stream()
                .flatMap(customer -> customer.made.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(made).as("something happened").isGreaterThan(60);
    }

    private void compare(String when) {
        var tasks = tasks();
        for (Modelled customer : all) {
            var his = tasks.stream()
                    .filter(task -> task.customer().equals(customer.id))
                    .toList();
            for (Rule rule : rules) {
                var of = his.stream()
                        .filter(task -> task.subject().startsWith(name(rule)))
                        .toList();
                assertThat(of).as("%s %s", name(rule), when).hasSize(customer.made.getOrDefault(rule, 0));
                Open open = customer.open.get(rule);
                var there =
                        of.stream().filter(task -> task.status().equals("open")).toList();
                assertThat(there.stream().map(Found::due).toList())
                        .as("due of %s %s", name(rule), when)
                        .isEqualTo(open == null ? List.of() : List.of(open.due()));
                assertThat(there.stream().map(Found::owner).toList())
                        .as("whose %s %s", name(rule), when)
                        .isEqualTo(open == null ? List.of() : List.of(open.owner()));
            }
            for (String status : List.of("done", "cancelled")) {
                assertThat(his.stream().filter(task -> task.status().equals(status)))
                        .as(status + " " + when)
                        .hasSize(customer.ended.getOrDefault(status, 0));
            }
        }
    }
}
