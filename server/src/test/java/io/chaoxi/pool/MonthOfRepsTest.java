package io.chaoxi.pool;

import static chaoxi.tables.Tables.CHANGE;
import static chaoxi.tables.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.text.SharedData;
import io.chaoxi.testing.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of prospecting: listed companies are imported into pools by province and industry, reps claim, follow some and
 * forget others. Whose each company was, day by day, is what a simple model says, which knows the words of the guide and
 * nothing of the program.
 *
 * <p>{@code -Dsafety.reps=} and {@code -Dsafety.companies=} for more of them; forty and 1,490 in {@code ./crm bench --safety}.
 */
class MonthOfRepsTest extends ReturningFirm {
    private static final int REPS = Integer.getInteger("safety.reps", 6);
    private static final int COMPANIES = Integer.getInteger("safety.companies", 60);
    private static final int DAYS = 30;
    private static final int PER_DAY = 3;
    private static final int HELD = 8;
    private static final int COOL_OFF_DAYS = 4;
    private static final int CLOSED_HOURS = 24;

    @Autowired
    Catalogues catalogues;

    @Autowired
    ClaimActs claims;

    private final Random random = new Random(Long.getLong("safety.seed", 20261121L));
    private final List<Pond> ponds = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<UUID, Company> companies = new HashMap<>();

    /** A pool as the firm's manager would tell it: which provinces or industries, how long one may leave it alone. */
    private record Pond(UUID id, String province, String industry, int days) {
        boolean takes(Company company) {
            return (province == null || company.region.startsWith(province))
                    && (industry == null || industry.equals(company.industry));
        }
    }

    /** One of them, who follows up that share of what he holds on three days. */
    private static final class Rep {
        private final SignedIn person;
        private final List<Pond> ponds;
        private final double diligence;
        private final Map<Pond, Integer> claimed = new HashMap<>();

        Rep(SignedIn person, List<Pond> ponds, double diligence) {
            this.person = person;
            this.ponds = ponds;
            this.diligence = diligence;
        }
    }

    private final class Company {
        private final UUID id;
        private final String region;
        private final String industry;
        private final List<String> past = new ArrayList<>();
        private Rep owner;
        private Rep former;
        private Pond pond;
        private LocalDate began;
        private LocalDate pooled;

        Company(UUID id, String region, String industry) {
            this.id = id;
            this.region = region;
            this.industry = industry;
            pond = home();
        }

        private Pond home() {
            return ponds.stream().filter(one -> one.takes(this)).findFirst().orElseThrow();
        }

        void claimed(Rep by) {
            owner = by;
            began = today();
            past.add(today() + " claimed " + by.person.id());
        }

        void left(String how) {
            former = owner;
            owner = null;
            pond = home();
            pooled = today();
            past.add(today() + " " + how + " null");
        }

        /** The last day on which a follow-up keeps it. */
        LocalDate last() {
            return began.plusDays(pond.days);
        }
    }

    private String expected(Rep rep, Company company) {
        if (!rep.ponds.contains(company.pond)) return "notFound";
        if (company.owner == rep) return "";
        if (company.owner != null) return "alreadyClaimed";
        if (rep.claimed.getOrDefault(company.pond, 0) >= PER_DAY) return "poolQuotaReached";
        if (company.pooled != null) {
            if (company.former == rep && today().isBefore(company.pooled.plusDays(COOL_OFF_DAYS)))
                return "poolQuotaReached";
            if (today().isBefore(company.pooled.plusDays(CLOSED_HOURS / 24))) return "poolQuotaReached";
        }
        return held(rep).size() >= HELD ? "poolQuotaReached" : "";
    }

    private List<Company> held(Rep rep) {
        return companies.values().stream()
                .filter(one -> one.owner == rep)
                .sorted((one, two) -> one.id.compareTo(two.id))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void prepare() throws IOException {
        var team = List.of(firm.department("一组", null), firm.department("二组", null));
        change(shanghai, Map.of("position", 9, "condition", "region==310000;industry==T"));
        ponds.add(pond(pool(Map.of("name", "广东公海", "condition", "region==440000", "position", 1)), "44", null, 5));
        ponds.add(pond(pool(Map.of("name", "软件公海", "condition", "industry==I", "position", 2)), null, "I", 3));
        ponds.add(pond(standard, null, null, 7));
        var members = List.of(List.of(team.get(0)), List.of(team.get(1)), team);
        for (int i = 0; i < ponds.size(); i++) members(ponds.get(i), members.get(i));
        settled();
        for (int i = 0; i < REPS; i++) {
            var mine = List.of(ponds.get(i % 2), ponds.get(2));
            double diligence = List.of(0.95, 0.6, 0.2).get(i % 3);
            reps.add(new Rep(firm.personIn(team.get(i % 2), "rep"), mine, diligence));
        }
        bringIn();
    }

    private static Pond pond(UUID id, String province, String industry, int days) {
        return new Pond(id, province, industry, days);
    }

    private void members(Pond pond, List<UUID> departments) {
        change(
                pond.id,
                Map.of(
                        "claimsPerDay",
                        PER_DAY,
                        "heldMost",
                        HELD,
                        "coolOffDays",
                        COOL_OFF_DAYS,
                        "closedHours",
                        CLOSED_HOURS));
        var who = departments.stream()
                .map(id -> Map.of("object", "department", "id", id.toString()))
                .toList();
        var rule = Map.of("days", pond.days, "grades", Map.of(), "kinds", List.of(), "workdays", false, "warnDays", 1);
        terms(pond.id, Map.of("members", who, "fields", List.of(), "grades", Map.of(), "returns", rule));
    }

    private void bringIn() throws IOException {
        String all = Files.readString(SharedData.file("szse-companies-main/companies.csv"));
        String some = all.lines().limit(1 + COMPANIES).collect(Collectors.joining("\n"));
        var job = ended(
                firm.administrator(),
                admin.upload("/api/v1/imports?object=customer&pool=conditions", "companies.csv", some));
        asProgram(() -> database.select(CUSTOMER.ID, CUSTOMER.REGION, CUSTOMER.INDUSTRY)
                        .from(CUSTOMER)
                        .fetch())
                .forEach(row -> companies.put(row.value1(), new Company(row.value1(), row.value2(), row.value3())));
        assertThat(companies).as(job.toString()).hasSize(COMPANIES);
    }

    private void runOfTheModel() {
        for (Company one : companies.values()) {
            if (one.owner != null && today().isAfter(one.last())) one.left("returned");
        }
    }

    private void dayOf(Rep rep) {
        rep.claimed.clear();
        for (Company one : held(rep)) {
            if (random.nextDouble() < rep.diligence / 3) {
                touched(one.id, "call");
                one.began = today();
            } else if (random.nextInt(60) == 0) {
                rep.person.as(() -> claims.release(catalogues.of("customer"), one.id, "不合适"));
                one.left("released");
            }
        }
        var all = new ArrayList<>(companies.values());
        all.sort((one, two) -> one.id.compareTo(two.id));
        for (int i = random.nextInt(5); i > 0; i--) claim(rep, all.get(random.nextInt(all.size())));
    }

    private void claim(Rep rep, Company company) {
        String expected = expected(rep, company);
        String came = "";
        try {
            rep.person.as(() -> claims.claim(catalogues.of("customer"), company.id));
        } catch (Refusal refused) {
            came = refused.code();
        }
        assertThat(came).as("claim of %s on %s", company.past, today()).isEqualTo(expected);
        if (!expected.isEmpty() || company.owner == rep) return;
        rep.claimed.merge(company.pond, 1, Integer::sum);
        company.claimed(rep);
    }

    @Test
    void whoseEachCompanyWasIsWhatTheModelSays() throws IOException {
        prepare();
        moveTo(LocalDate.now(SHANGHAI).plusDays(1), 10);
        int returned = 0;
        for (int day = 0; day < DAYS; day++) {
            returned += run().returned();
            runOfTheModel();
            var today = new ArrayList<>(reps);
            Collections.shuffle(today, random);
            today.forEach(this::dayOf);
            pass(1);
        }
        returned += run().returned();
        runOfTheModel();
        compare();
        long claimed = happened("claimed");
        assertThat(returned)
                .as("something was forgotten")
                .isEqualTo((int) happened("returned"))
                .isGreaterThan(REPS);
        System.out.printf(
                "month of reps: %d reps, %d companies, %d days, %d claims, %d returns, %d released, 0 differences%n",
                REPS, COMPANIES, DAYS, claimed, returned, happened("released"));
    }

    private long happened(String how) {
        return companies.values().stream()
                .flatMap(one -> one.past.stream())
                .filter(line -> line.contains(" " + how + " "))
                .count();
    }

    /** Owner and pool as they are, and the history of whose it was. */
    private void compare() {
        var owners = asProgram(() -> database.select(CUSTOMER.ID, CUSTOMER.OWNER_ID, CUSTOMER.POOL_ID)
                .from(CUSTOMER)
                .fetch());
        for (var row : owners) {
            Company company = companies.get(row.value1());
            assertThat(row.value2())
                    .as("owner after %s", company.past)
                    .isEqualTo(company.owner == null ? null : company.owner.person.id());
            assertThat(row.value3())
                    .as("pool after %s", company.past)
                    .isEqualTo(company.owner == null ? company.pond.id : null);
        }
        Map<UUID, List<String>> told = new HashMap<>();
        asProgram(() -> database.select(CHANGE.RECORD_ID, CHANGE.AT, CHANGE.KIND, CHANGE.CHANGES)
                        .from(CHANGE)
                        .where(CHANGE.OBJECT.eq("customer"))
                        .and(CHANGE.KIND.in("claimed", "released", "returned", "assigned", "changed"))
                        .orderBy(CHANGE.AT, CHANGE.ID)
                        .fetch())
                .forEach(line -> told.computeIfAbsent(line.value1(), id -> new ArrayList<>())
                        .add(dayOf(line.value2().toInstant()) + " " + line.value3() + " "
                                + newOwner(line.value4().data())));
        for (Company company : companies.values()) {
            assertThat(told.getOrDefault(company.id, List.of())).isEqualTo(company.past);
        }
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    private static String newOwner(String changes) {
        return JsonMapper.shared()
                .readTree(changes)
                .valueStream()
                .filter(change -> change.path("field").asString().equals("owner"))
                .map(change ->
                        change.path("to").isNull() ? "null" : change.path("to").asString())
                .collect(Collectors.joining());
    }
}
