package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Weeks of claims, follow-ups, grades, locks, other rules and days off, day by day: what returns is what a simple model
 * says, which knows each customer's last deed as a day and nothing of how it is stored.
 */
class ReturnModelTest extends ReturningFirm {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 21);
    private static final int DAYS = 45;
    private static final int CUSTOMERS = 12;

    /** Days off in the time of the test, by the official notice; weekends on which people work. */
    private static final Set<LocalDate> HOLIDAYS = days("2026-09-25", "2026-09-25", "2026-10-01", "2026-10-07");

    private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));

    @Autowired
    Catalogues catalogues;

    @Autowired
    RecordWriting writing;

    private final Random random = new Random(20261123L);
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final List<Modelled> all = new ArrayList<>();
    private Map<String, Object> rule = Map.of();
    private LocalDate since = FIRST;

    private static Set<LocalDate> days(String... fromTo) {
        var days = new HashSet<LocalDate>();
        for (int i = 0; i < fromTo.length; i += 2) {
            LocalDate.parse(fromTo[i])
                    .datesUntil(LocalDate.parse(fromTo[i + 1]).plusDays(1))
                    .forEach(days::add);
        }
        return days;
    }

    /** What the model knows of a customer. */
    private static final class Modelled {
        private final UUID id;
        private SignedIn owner;
        private String grade;
        private boolean locked;
        /** A lead that is marked invalid. */
        private boolean ended;

        private LocalDate began;
        private final Map<String, LocalDate> deeds = new HashMap<>();
        /** The last day that its owner was told, and the one that holds now. */
        private LocalDate told;

        private LocalDate last;

        Modelled(UUID id) {
            this.id = id;
        }

        void given(SignedIn to, LocalDate day) {
            owner = to;
            began = day;
            locked = false;
            told = null;
            last = null;
        }
    }

    private boolean works(LocalDate day) {
        if (daysOff.contains(day) || HOLIDAYS.contains(day)) return false;
        return WORKED.contains(day) || day.getDayOfWeek().getValue() < 6;
    }

    private LocalDate term(LocalDate from, int count) {
        LocalDate day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (!Boolean.TRUE.equals(rule.get("workdays")) || works(day)) left--;
        }
        return day;
    }

    private Integer daysOf(String grade) {
        var grades = (Map<?, ?>) rule.get("grades");
        return grade != null && grades.containsKey(grade) ? (Integer) grades.get(grade) : (Integer) rule.get("days");
    }

    /** The last day of a customer as things are, by the words of the guide. */
    private void count(Modelled customer) {
        Integer days = daysOf(customer.grade);
        if (customer.owner == null || customer.locked || customer.ended || days == null) {
            customer.last = null;
            return;
        }
        LocalDate base = since;
        if (customer.began != null && customer.began.isAfter(base)) base = customer.began;
        for (var deed : customer.deeds.entrySet()) {
            boolean counts =
                    ((List<?>) rule.get("kinds")).isEmpty() || ((List<?>) rule.get("kinds")).contains(deed.getKey());
            if (counts && deed.getValue().isAfter(base)) base = deed.getValue();
        }
        LocalDate wanted = term(base, days);
        LocalDate fair = term(today(), (Integer) rule.get("warnDays"));
        boolean told = customer.last != null && customer.last.equals(customer.told);
        if (!wanted.isBefore(fair)) customer.last = wanted;
        else if (told && !wanted.isAfter(customer.last) && customer.last.isBefore(fair)) return;
        else customer.last = fair;
    }

    /** One run of the model: whoever is near his last day is told, and what is past it returns. */
    private void modelRun() {
        int warn = (Integer) rule.get("warnDays");
        for (Modelled customer : all) {
            if (customer.last == null) continue;
            boolean near = !term(today(), warn).isBefore(customer.last);
            if (near && !customer.last.equals(customer.told)) {
                count(customer);
                customer.told = customer.last;
            } else if (today().isAfter(customer.last)) {
                customer.given(null, null);
            }
        }
    }

    private void change(SignedIn by, UUID id, Map<String, Object> patch) {
        by.as(() -> writing.change(catalogues.of(object()), id, null, patch, Writing.BY_HAND));
    }

    private void newRule() {
        int warn = 1 + random.nextInt(3);
        var grades = new HashMap<String, Object>();
        if (graded() && random.nextBoolean()) grades.put("high", 6 + random.nextInt(8));
        if (graded() && random.nextInt(3) == 0) grades.put("low", null);
        rule = new HashMap<>(Map.of(
                "days",
                4 + random.nextInt(8),
                "grades",
                grades,
                "kinds",
                random.nextBoolean() ? List.of() : List.of("visit"),
                "workdays",
                random.nextBoolean(),
                "warnDays",
                warn));
        rule(standard, rule);
        all.forEach(this::count);
    }

    private void dayOff() {
        LocalDate day = today().plusDays(1 + random.nextInt(6));
        daysOff.add(day);
        database()
                .arrange(
                        "insert into work_calendar_day (tenant_id, day, works, changed_at, changed_by) values (%d, '%s', false, now(), '%s') on conflict do nothing"
                                .formatted(firm.tenant(), day, member.id()));
        recount();
        if (Boolean.TRUE.equals(rule.get("workdays"))) all.forEach(this::count);
    }

    private TestDatabase database() {
        return application.getBean(TestDatabase.class);
    }

    private void something() {
        Modelled customer = all.get(random.nextInt(all.size()));
        SignedIn admin = firm.administrator();
        switch (random.nextInt(customer.owner == null ? 1 : 7)) {
            case 0 -> {
                SignedIn to = random.nextBoolean() ? member : other;
                if (to.equals(customer.owner)) return;
                change(admin, customer.id, Map.of("owner", to.id()));
                customer.given(to, today());
            }
            case 1, 2, 3 -> {
                String kind = random.nextInt(3) == 0 ? "visit" : "call";
                touched(customer.id, kind);
                customer.deeds.put(kind, today());
            }
            case 4, 5 -> {
                if (graded()) regrade(customer);
                else endOrReopen(customer);
            }
            default -> {
                if (customer.ended) return;
                customer.locked = !customer.locked;
                admin.as(() -> application
                        .getBean(Locks.class)
                        .put(catalogues.of(object()), customer.id, customer.locked, "试试"));
                if (customer.locked) customer.last = null;
                else customer.began = today();
                customer.told = customer.locked ? null : customer.told;
            }
        }
        count(customer);
    }

    private boolean graded() {
        return object().equals("customer");
    }

    private void regrade(Modelled customer) {
        customer.grade = List.of("high", "low", "medium").get(random.nextInt(3));
        change(firm.administrator(), customer.id, Map.of("grade", customer.grade));
    }

    /** As invalid it returns from nobody; reopened, its time begins anew. */
    private void endOrReopen(Modelled lead) {
        lead.ended = !lead.ended;
        var patch = new HashMap<String, Object>();
        patch.put("status", lead.ended ? "invalid" : "following");
        patch.put("invalidReason", lead.ended ? "noNeed" : null);
        change(firm.administrator(), lead.id, patch);
        lead.told = null;
        if (!lead.ended) lead.began = today();
    }

    @Test
    void whatReturnsIsWhatTheModelSays() {
        int returned = 0;
        int warned = 0;
        moveTo(FIRST, 10);
        for (int i = 0; i < CUSTOMERS; i++) {
            var customer = new Modelled(owned("客户" + i, i % 2 == 0 ? member : other));
            customer.given(i % 2 == 0 ? member : other, FIRST);
            all.add(customer);
        }
        newRule();
        for (int day = 0; day < DAYS; day++) {
            pass(random.nextInt(10) == 0 ? 3 : 1);
            var done = run();
            returned += done.returned();
            warned += done.warned();
            modelRun();
            compare("after the run of " + today());
            if (random.nextInt(9) == 0) newRule();
            if (random.nextInt(9) == 0) dayOff();
            for (int i = random.nextInt(4); i > 0; i--) something();
            compare("at the end of " + today());
        }
        assertThat(returned).as("something happened").isGreaterThan(5);
        assertThat(warned).isGreaterThan(5);
    }

    private void compare(String when) {
        for (Modelled customer : all) {
            assertThat(ownerOf(customer.id))
                    .as("owner %s of %s", when, customer.id)
                    .isEqualTo(customer.owner == null ? null : customer.owner.id());
            assertThat(lastDay(customer.id)).as("last day %s", when).isEqualTo(customer.last);
        }
    }
}
