package io.chaoxi.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a rep is told to do next. */
class TodayTest extends DayFirm {
    private static List<String> keys(List<JsonNode> sections) {
        return sections.stream().map(section -> section.path("key").asString()).toList();
    }

    private static JsonNode done(SignedIn person, String key) {
        return page(person)
                .path("done")
                .valueStream()
                .filter(done -> done.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasPromisedComesBeforeWhatIsDueAndThatBeforeWhatIsNewAndQuiet() {
        quiet(customer(rep, "安静的", Map.of()), 45, true);
        quiet(customer(rep, "从来没人理的", Map.of()), 20, false);
        customer(rep, "刚到手的", Map.of());
        lead(rep, "来询价的");
        agreed(rep, "今天的", 0);
        agreed(rep, "昨天的", -1);
        agreed(rep, "三天前的", -3);
        agreed(rep, "明天的", 1);
        var sections = waiting(rep);
        assertThat(keys(sections)).containsExactly("overdue", "dueToday", "newLeads", "newCustomers", "quietCustomers");
        assertThat(sections.stream().flatMap(section -> names(section).stream()))
                .containsExactly("三天前的", "昨天的", "今天的", "来询价的", "刚到手的", "安静的", "从来没人理的");
        assertThat(sections.stream()
                        .flatMap(section -> section.path("items").valueStream())
                        .map(item -> item.path("rank").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void eachSaysWhyItStandsThere() {
        var promised = today.minusDays(3);
        agreed(rep, "三天前的", -3);
        agreed(rep, "今天的", 0);
        UUID new2 = customer(rep, "昨天到手的", Map.of());
        quiet(new2, 1, false);
        quiet(customer(rep, "安静的", Map.of()), 45, true);
        lead(rep, "来询价的");
        String date =
                promised.getYear() == today.getYear() ? promised.toString().substring(5) : promised.toString();
        assertThat(reasons(section(rep, "overdue"))).containsExactly("约好 " + date + " 跟进，已过 3 天");
        assertThat(reasons(section(rep, "dueToday"))).containsExactly("约好今天跟进，还没有联系过");
        assertThat(reasons(section(rep, "newCustomers"))).containsExactly("昨天到你手上，还没有联系过");
        assertThat(reasons(section(rep, "quietCustomers"))).containsExactly("45 天没有联系，也没有约下次");
        assertThat(reasons(section(rep, "newLeads"))).containsExactly("刚来的线索，还没有回应");
        var english = rep.http()
                .with("Accept-Language", "en")
                .get(TODAY)
                .json()
                .path("sections")
                .valueStream()
                .filter(section -> !section.path("items").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(english.at("/items/0/why/key").asString()).isEqualTo("overdue");
        assertThat(english.at("/items/0/why/arguments/days").asInt()).isEqualTo(3);
    }

    @Test
    void amongThoseOfOneDayTheBetterCustomersComeFirst() {
        customer(rep, "低", Map.of("nextFollowUp", today, "grade", "low"));
        customer(rep, "高", Map.of("nextFollowUp", today, "grade", "high"));
        customer(rep, "没分级", Map.of("nextFollowUp", today));
        customer(rep, "中", Map.of("nextFollowUp", today, "grade", "medium"));
        assertThat(names(section(rep, "dueToday"))).containsExactly("高", "中", "低", "没分级");
        assertThat(section(rep, "dueToday").at("/items/0/shown/grade/label").asString())
                .isEqualTo("高");
    }

    @Test
    void whatIsLoggedGoesAndCountsAsDone() {
        UUID overdue = agreed(rep, "过期的", -2);
        UUID fresh = customer(rep, "新的", Map.of());
        assertThat(read(rep, TODAY + "/count").path("value").asLong()).isEqualTo(2);
        assertThat(read(rep, TODAY + "/count").path("late").asLong()).isEqualTo(1);
        log(rep, overdue, "call");
        log(rep, fresh, "visit");
        assertThat(waiting(rep)).isEmpty();
        assertThat(done(rep, "activities").at("/today/value").asInt()).isEqualTo(2);
        assertThat(done(rep, "activities").at("/yesterday/value").asInt()).isZero();
        assertThat(done(rep, "calls").at("/today/value").asInt()).isEqualTo(1);
        assertThat(done(rep, "visits").at("/today/value").asInt()).isEqualTo(1);
        var calls = done(rep, "calls");
        assertThat(listed(rep, "activity", calls.path("filter").asString())).isEqualTo(1);
    }

    @Test
    void aCustomerIsNewForEachNewOwnerUntilSomebodyDealsWithIt() {
        UUID customer = customer(rep, "转手的", Map.of());
        log(rep, customer, "call");
        assertThat(names(section(rep, "newCustomers"))).isEmpty();
        SignedIn next = firm.personIn(department, "rep");
        var assigned = admin.post(
                "/api/v1/customers/bulk",
                Map.of("ids", List.of(customer), "action", "assign", "arguments", Map.of("owner", next.id())));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(202);
        String job = "/api/v1/jobs/" + assigned.json().path("id").asString();
        for (int i = 0;
                i < 500 && !admin.get(job).json().path("state").asString().equals("done");
                i++) Thread.onSpinWait();
        assertThat(names(section(next, "newCustomers"))).containsExactly("转手的");
        assertThat(reasons(section(next, "newCustomers"))).containsExactly("今天到你手上，还没有联系过");
        log(next, customer, "call");
        assertThat(names(section(next, "newCustomers"))).isEmpty();
    }

    @Test
    void whatWasDoneBeforeSomebodyHadItLeavesItNew() {
        UUID customer = customer(rep, "老底子", Map.of());
        var past = Map.of("customer", customer, "kind", "call", "content", "从旧表来", "at", "2026-01-05T02:00:00Z");
        assertThat(rep.http().post("/api/v1/activities", past).status()).isEqualTo(201);
        assertThat(names(section(rep, "newCustomers"))).containsExactly("老底子");
    }

    @Test
    void convertedAndInvalidLeadsAreGone() {
        UUID converted = lead(rep, "成了客户的");
        UUID invalid = lead(rep, "无效的");
        UUID answered = lead(rep, "回应过的");
        lead(rep, "没人理的");
        String leads = "/api/v1/leads/";
        var seen = rep.http().with("If-Match", "\"1\"");
        assertThat(seen.post(leads + converted + "/convert", Map.of("customer", "new"))
                        .status())
                .isEqualTo(200);
        assertThat(seen.post(leads + invalid + "/invalidate", Map.of("reason", "other"))
                        .status())
                .isEqualTo(200);
        assertThat(rep.http()
                        .patch(leads + answered, 1, Map.of("status", "following"))
                        .status())
                .isEqualTo(200);
        assertThat(names(section(rep, "newLeads"))).containsExactly("没人理的");
    }

    @Test
    void beyondFiftyTheListHasTheSameRowsAndAllOthers() {
        for (int i = 0; i < 53; i++) agreed(rep, "过期" + i, -1 - i % 9);
        var section = section(rep, "overdue");
        assertThat(names(section)).hasSize(50).doesNotHaveDuplicates();
        assertThat(section.at("/count/value").asLong()).isEqualTo(53);
        String filter = encoded(section.path("filter").asString());
        String sort = section.path("sort").asString();
        var list = read(rep, "/api/v1/customers?fields=name&limit=200&filter=" + filter + "&sort=" + sort);
        var listed = list.path("items").findValuesAsString("name");
        assertThat(listed).hasSize(53);
        assertThat(listed.subList(0, 50)).containsExactlyInAnyOrderElementsOf(names(section));
        assertThat(page(rep).at("/open/value").asLong()).isEqualTo(53);
        assertThat(read(rep, TODAY + "/count").path("value").asLong()).isEqualTo(53);
    }

    @Test
    void theMenuCountsWhatThePageShowsAndNoQuietOnes() {
        agreed(rep, "过期的", -1);
        customer(rep, "新的", Map.of());
        quiet(customer(rep, "安静的", Map.of()), 45, true);
        for (SignedIn person : List.of(rep, manager, firm.administrator())) {
            assertThat(read(person, TODAY + "/count")).isEqualTo(page(person).path("open"));
        }
        assertThat(page(rep).at("/open/value").asInt()).isEqualTo(2);
    }

    @Test
    void nobodySeesWhatIsAnothersOrAnotherFirms() {
        agreed(rep, "过期的", -1);
        lead(rep, "线索");
        customer(rep, "新的", Map.of());
        assertThat(waiting(firm.personIn(department, "rep"))).isEmpty();
        assertThat(waiting(manager)).isEmpty();
        assertThat(waiting(firm.administrator())).isEmpty();
        assertThat(waiting(Firm.found(application).administrator())).isEmpty();
    }

    @Test
    void whoMayNotSeeADateOrAnObjectIsToldNothingByIt() {
        var role = Map.of(
                "name", "看不见日期",
                "permissions", List.of("customer.read", "lead.read"),
                "fields", Map.of("customer", Map.of("nextFollowUp", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        SignedIn blind = firm.personIn(department, "看不见日期");
        agreed(blind, "过期的", -1);
        customer(blind, "新的", Map.of());
        lead(blind, "线索");
        assertThat(keys(page(blind).path("sections").valueStream().toList()))
                .containsExactly("returning", "overdueLeads", "leadsDueToday", "newLeads", "quietLeads");
        assertThat(read(blind, TODAY + "/count").path("value").asInt()).isEqualTo(1);
        assertThat(page(blind).path("done")).isEmpty();
        assertThat(section(blind, "newLeads").at("/items/0/acts")).isEmpty();
    }

    @Test
    void whoMayNotSeeByWhatASectionIsOrderedIsToldNothingOfIt() {
        var role = Map.of(
                "name", "看不见创建时间",
                "permissions", List.of("lead.read"),
                "fields", Map.of("lead", Map.of("createdAt", "hidden", "name", "masked")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        SignedIn blind = firm.personIn(department, "看不见创建时间");
        lead(blind, "线索");
        assertThat(keys(page(blind).path("sections").valueStream().toList()))
                .containsExactly("overdueLeads", "leadsDueToday", "quietLeads");
        assertThat(read(blind, TODAY + "/count").path("value").asInt()).isZero();
    }

    @Test
    void whatOneMayNotWriteIsNotOffered() {
        agreed(rep, "过期的", -1);
        lead(rep, "线索");
        assertThat(section(rep, "overdue").at("/items/0/acts").valueStream().map(JsonNode::asString))
                .containsExactly("log", "postpone");
        assertThat(section(rep, "newLeads").at("/items/0/acts").valueStream().map(JsonNode::asString))
                .containsExactly("log", "answered", "convert");
        assertThat(section(rep, "overdue").at("/items/0/record/version").asInt())
                .isEqualTo(1);
    }

    @Test
    void aPageTakesAFewStatementsHoweverMuchWaits() {
        int few = fewest(rep, TODAY);
        for (int i = 0; i < 55; i++) {
            agreed(rep, "过期" + i, -1);
            agreed(rep, "今天" + i, 0);
            lead(rep, "线索" + i);
            customer(rep, "新" + i, Map.of());
            quiet(customer(rep, "安静" + i, Map.of()), 45, true);
        }
        for (SignedIn person : List.of(rep, manager, firm.administrator())) {
            assertThat(fewest(person, TODAY)).as(person.login()).isLessThanOrEqualTo(14);
        }
        assertThat(fewest(rep, TODAY)).isLessThanOrEqualTo(few);
        assertThat(fewest(rep, TODAY + "/count")).isLessThanOrEqualTo(12);
    }
}
