package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The search for customers that are probably one, and who is shown what of it. */
@ApplicationTest
class LikelyPairListTest {
    private static final String PAIRS = "/api/v1/duplicates/customer/pairs";
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    String one;
    String two;

    @BeforeEach
    void twoThatAreOne() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        one = made(Map.of("name", "苏州恒锐精密机械有限公司", "phone", "051266668888"));
        two = made(Map.of("name", "恒锐精密机械（苏州）有限责任公司", "phone", "051266668888"));
        made(Map.of("name", "大连远洋渔业股份有限公司", "phone", "041188886666"));
    }

    private String made(Map<String, Object> body) {
        var answer = admin.post(CUSTOMERS + "?duplicates=allow", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private JsonNode searched(Http who) {
        var started = who.post(PAIRS + "/search", Map.of());
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return Jobs.ended(who, started.json());
    }

    private JsonNode pairs(Http who) {
        var answer = who.get(PAIRS);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Set<String> ids(JsonNode pair) {
        return Set.of(
                pair.path("one").path("id").asString(),
                pair.path("other").path("id").asString());
    }

    @Test
    void aSearchFindsTheTwoAndTellsByWhat() {
        assertThat(pairs(admin).path("searchedAt").isNull()).isTrue();
        JsonNode job = searched(admin);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("result").path("compared").asInt()).isEqualTo(3);
        assertThat(job.path("result").path("pairs").asInt()).isEqualTo(1);
        JsonNode page = pairs(admin);
        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.path("compared").asInt()).isEqualTo(3);
        JsonNode pair = page.path("items").get(0);
        assertThat(ids(pair)).isEqualTo(Set.of(one, two));
        assertThat(pair.path("certainty").asString()).isEqualTo("likely");
        assertThat(pair.path("by").toString()).contains("phone");
    }

    @Test
    void whatIsKeptApartStaysAwayThroughSearches() {
        searched(admin);
        String apart =
                PAIRS + "/" + pairs(admin).path("items").get(0).path("id").asString() + "/apart";
        assertThat(admin.put(apart, Map.of()).status()).isEqualTo(204);
        assertThat(pairs(admin).path("items").isEmpty()).isTrue();
        searched(admin);
        assertThat(pairs(admin).path("items").isEmpty()).isTrue();
        assertThat(admin.delete(apart).status()).isEqualTo(204);
        searched(admin);
        assertThat(pairs(admin).path("items").size()).isEqualTo(1);
    }

    @Test
    void ofManySearchesAtOnceOneRuns() throws Exception {
        List<Callable<Integer>> clicks = Collections.nCopies(
                8, () -> admin.post(PAIRS + "/search", Map.of()).status());
        List<Integer> states = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(clicks)) states.add(answer.get());
        }
        assertThat(states).allMatch(status -> status == 202 || status == 409);
        var begun = admin.get("/api/v1/jobs").json().path("items");
        assertThat(states.stream().filter(status -> status == 202).count()).isEqualTo(begun.size());
        List<String> spans = new ArrayList<>();
        for (JsonNode job : begun) spans.add(job.path("createdAt").asString());
        assertThat(states).as("begun at " + spans).contains(409);
    }

    @Test
    void twoCanBeKeptApartBeforeASearch() {
        String apart = PAIRS + "/" + two + "." + one + "/apart";
        assertThat(admin.put(apart, Map.of()).status()).isEqualTo(204);
        searched(admin);
        assertThat(pairs(admin).path("items").isEmpty()).isTrue();
        assertThat(admin.put(PAIRS + "/" + one + "." + UUID.randomUUID() + "/apart", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(admin.put(PAIRS + "/" + one + "." + one + "/apart", Map.of()).status())
                .isEqualTo(404);
        assertThat(admin.put(PAIRS + "/no-pair/apart", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aMergedPairIsGone() {
        searched(admin);
        var merged = admin.post(CUSTOMERS + "/merges", Map.of("survivor", seen(one), "others", List.of(seen(two))));
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(pairs(admin).path("items").isEmpty()).isTrue();
        assertThat(pairs(admin).path("count").asInt()).isZero();
    }

    private Map<String, Object> seen(String id) {
        long version = admin.get(CUSTOMERS + "/" + id).json().path("version").asLong();
        return Map.of("id", id, "version", version);
    }

    /** A manager sees the pairs of his department; a rep, who may not merge, none at all; another firm nothing. */
    @Test
    void onlyPairsInReachAreShown() {
        searched(admin);
        UUID department = firm.department("一部", null);
        var manager = firm.personIn(department, "manager");
        var rep = firm.personIn(department, "rep");
        assertThat(rep.http().get(PAIRS).status()).isEqualTo(403);
        assertThat(pairs(manager.http()).path("items").isEmpty()).isTrue();
        owned(one, rep.id());
        assertThat(pairs(manager.http()).path("count").asInt()).isZero();
        assertThat(manager.http()
                        .put(PAIRS + "/" + one + "." + two + "/apart", Map.of())
                        .status())
                .isEqualTo(404);
        owned(two, rep.id());
        assertThat(ids(pairs(manager.http()).path("items").get(0))).isEqualTo(Set.of(one, two));
        var stranger = Firm.found(application).administrator().http();
        assertThat(pairs(stranger).path("items").isEmpty()).isTrue();
        assertThat(pairs(stranger).path("searchedAt").isNull()).isTrue();
    }

    private void owned(String customer, UUID person) {
        var answer = admin.patch(
                CUSTOMERS + "/" + customer + "?duplicates=allow",
                admin.get(CUSTOMERS + "/" + customer).json().path("version").asLong(),
                Map.of("owner", person.toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** That two are a pair by their phone would tell what stands in it to somebody from whom it is hidden. */
    @Test
    void aPairByAHiddenFieldIsNotShown() {
        searched(admin);
        var role = Map.of(
                "name", "不看电话",
                "permissions", List.of("customer.read", "customer.update", "customer.delete", "customer.merge"),
                "scopes", Map.of("customer", "all"),
                "fields", Map.of("customer", Map.of("phone", "hidden")));
        var made = admin.post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(pairs(firm.person("不看电话").http()).path("count").asInt()).isZero();
    }

    @Test
    void theSurestComeFirstPageByPage() {
        for (int i = 0; i < 5; i++) {
            made(Map.of("name", "苏州恒锐精密机械有限公司", "phone", "051266668888", "address", "苏州市相城区澄阳路" + i + "号"));
        }
        searched(admin);
        JsonNode all = admin.get(PAIRS + "?limit=200").json();
        assertThat(all.path("count").asInt())
                .isEqualTo(all.path("items").size())
                .isGreaterThan(5);
        List<String> walked = new ArrayList<>();
        double last = 1;
        String next = "";
        do {
            JsonNode page = admin.get(PAIRS + "?limit=4&after=" + next).json();
            for (JsonNode pair : page.path("items")) {
                walked.add(pair.path("id").asString());
                assertThat(pair.path("score").asDouble()).isLessThanOrEqualTo(last);
                last = pair.path("score").asDouble();
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        List<String> whole = new ArrayList<>();
        all.path("items").forEach(pair -> whole.add(pair.path("id").asString()));
        assertThat(walked).isEqualTo(whole).doesNotHaveDuplicates();
    }
}
