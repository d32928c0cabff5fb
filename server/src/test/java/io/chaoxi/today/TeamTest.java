package io.chaoxi.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a manager is told of his people. */
class TeamTest extends DayFirm {
    private static final String TEAM = TODAY + "/team";

    private static List<String> people(SignedIn person) {
        return read(person, TEAM)
                .path("items")
                .valueStream()
                .map(member -> member.at("/person/id").asString())
                .toList();
    }

    private static JsonNode member(SignedIn asking, SignedIn person) {
        return read(asking, TEAM)
                .path("items")
                .valueStream()
                .filter(member ->
                        member.at("/person/id").asString().equals(person.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> figures(SignedIn asking) {
        return read(asking, TEAM).path("figures").findValuesAsString("key");
    }

    private static String id(SignedIn person) {
        return person.id().toString();
    }

    @Test
    void eachNumberIsThatOfTheListThatItOpens() {
        UUID below = firm.department("一组", department);
        SignedIn mate = firm.personIn(below, "rep");
        for (SignedIn person : List.of(rep, mate)) {
            agreed(person, "过期一" + person.login(), -4);
            agreed(person, "今天" + person.login(), 0);
            lead(person, "线索" + person.login());
            quiet(customer(person, "久没理" + person.login(), Map.of()), 45, true);
            log(person, customer(person, "打过" + person.login(), Map.of()), "call");
        }
        agreed(mate, "过期二", -1);
        application
                .getBean(TestDatabase.class)
                .arrange(
                        "update lead set created_at = now() - interval '25 hours' where owner_id = '" + id(mate) + "'");
        for (SignedIn asking : List.of(manager, firm.administrator())) {
            var team = read(asking, TEAM);
            for (JsonNode member : team.path("items")) {
                for (JsonNode figure : team.path("figures")) check(asking, member, figure);
            }
        }
        var numbers = member(manager, mate).path("numbers");
        assertThat(numbers.at("/overdue/value").asInt()).isEqualTo(2);
        assertThat(numbers.at("/unanswered/value").asInt()).isEqualTo(1);
        assertThat(numbers.at("/quiet/value").asInt()).isEqualTo(1);
        assertThat(numbers.at("/held/value").asInt()).isEqualTo(5);
        assertThat(numbers.at("/activitiesToday/value").asInt()).isEqualTo(1);
        assertThat(member(manager, rep).at("/numbers/unanswered/value").asInt()).isZero();
    }

    private static void check(SignedIn asking, JsonNode member, JsonNode figure) {
        String key = figure.path("key").asString();
        String more = figure.path("filter").asString();
        String filter = "owner==" + member.at("/person/id").asString() + (more.isEmpty() ? "" : ";" + more);
        assertThat(member.path("numbers").path(key).path("value").asLong())
                .as(key)
                .isEqualTo(listed(asking, figure.path("object").asString(), filter));
    }

    @Test
    void aManagerIsToldOfHisDepartmentsAnAdministratorOfAllAndARepOfNobody() {
        SignedIn below = firm.personIn(firm.department("一组", department), "rep");
        SignedIn beside = firm.personIn(firm.department("市场部", null), "rep");
        SignedIn nowhere = firm.person("rep");
        assertThat(people(manager)).containsExactlyInAnyOrder(id(rep), id(manager), id(below));
        assertThat(people(firm.administrator()))
                .contains(id(rep), id(manager), id(below), id(beside), id(nowhere))
                .doesNotHaveDuplicates();
        assertThat(people(rep)).isEmpty();
        assertThat(figures(rep)).isEmpty();
        assertThat(page(rep).path("team").asBoolean()).isFalse();
        assertThat(page(manager).path("team").asBoolean()).isTrue();
        assertThat(people(firm.person("manager"))).isEmpty();
    }

    @Test
    void whoIsLockedIsToldOfWhileHeHoldsSomething() {
        SignedIn idle = firm.personIn(department, "rep");
        agreed(rep, "还在他手上", -1);
        for (SignedIn person : List.of(rep, idle)) {
            assertThat(admin.post("/api/v1/people/" + person.id() + "/lock", Map.of())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(people(manager)).contains(id(rep)).doesNotContain(id(idle));
        assertThat(member(manager, rep).path("away").asBoolean()).isTrue();
    }

    @Test
    void numbersOfAnObjectAreToldAsFarAsItsScopeReaches() {
        var role = Map.of(
                "name", "看全部客户",
                "permissions", List.of("customer.read", "lead.read", "person.read"),
                "scopes", Map.of("customer", "all", "lead", "self"),
                "fields", Map.of("person", Map.of("name", "hidden"), "customer", Map.of("nextFollowUp", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        SignedIn watcher = firm.person("看全部客户");
        agreed(rep, "过期的", -1);
        lead(rep, "线索");
        assertThat(figures(watcher)).containsExactly("quiet", "held");
        assertThat(member(watcher, rep).at("/numbers/held/value").asInt()).isEqualTo(1);
        assertThat(member(watcher, rep).at("/person/label").isNull()).isTrue();
    }

    @Test
    void heldIsToldAgainstTheLimitOfTheDefaultPool() {
        var pool = admin.get("/api/v1/pools?filter=object==customer").json().at("/items/0");
        String path = "/api/v1/pools/" + pool.path("id").asString();
        assertThat(admin.patch(path, pool.path("version").asLong(), Map.of("heldMost", 3))
                        .status())
                .isEqualTo(200);
        var held = read(manager, TEAM)
                .path("figures")
                .valueStream()
                .filter(figure -> figure.path("key").asString().equals("held"))
                .findFirst()
                .orElseThrow();
        assertThat(held.path("most").asInt()).isEqualTo(3);
    }

    @Test
    void aTeamTakesAsManyStatementsWhateverItsSize() {
        int few = fewest(firm.administrator(), TEAM);
        Stream.generate(() -> firm.personIn(department, "rep")).limit(20).forEach(one -> agreed(one, one.login(), -1));
        assertThat(fewest(firm.administrator(), TEAM)).isLessThanOrEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(12);
    }
}
