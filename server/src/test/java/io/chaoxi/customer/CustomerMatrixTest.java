package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerMatrixTest {
    private static final String[] POTENTIALS = {"high", "medium", "low", null};
    private static final String[] BEHAVIOURS = {"active", "dormant", "lost", null};

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    Map<String, Long> expected = new TreeMap<>();
    Map<String, Long> expectedOfRep = new TreeMap<>();

    @BeforeAll
    void fill() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.personIn(firm.department("华东", null), "rep");
        var random = new Random(5);
        for (int i = 0; i < 60; i++) {
            String potential = POTENTIALS[random.nextInt(4)];
            String behaviour = BEHAVIOURS[random.nextInt(4)];
            boolean ofRep = random.nextInt(3) == 0;
            var values = new HashMap<String, Object>(Map.of("name", "矩阵" + i + "有限公司"));
            if (potential != null) values.put("potential", potential);
            if (behaviour != null) values.put("behaviour", behaviour);
            if (ofRep) values.put("owner", rep.id());
            firm.record("customer", values);
            expected.merge(potential + " " + behaviour, 1L, Long::sum);
            if (ofRep) expectedOfRep.merge(potential + " " + behaviour, 1L, Long::sum);
        }
        firm.record("customer", Map.of("name", "别处一", "region", "320505", "owner", rep.id(), "relation", "b2b"));
        expected.merge("null null", 1L, Long::sum);
        expectedOfRep.merge("null null", 1L, Long::sum);
    }

    private static Http.Answer matrix(Http http, String question) {
        return http.get("/api/v1/customers/matrix?" + question);
    }

    private static Map<String, Long> cells(Http http, String question) {
        var answer = matrix(http, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var cells = new TreeMap<String, Long>();
        for (JsonNode cell : answer.json().path("cells")) {
            cells.put(
                    cell.path("row").path("id").asString("null") + " "
                            + cell.path("column").path("id").asString("null"),
                    cell.path("count").asLong());
        }
        return cells;
    }

    @Test
    void countsWhereTwoFieldsMeet() {
        assertThat(cells(admin, "rows=potential&columns=behaviour")).isEqualTo(expected);
        var answer = matrix(admin, "rows=potential&columns=behaviour").json();
        assertThat(answer.path("total").asLong()).isEqualTo(61);
        assertThat(answer.path("exact").asBoolean()).isTrue();
        assertThat(answer.path("more").asBoolean()).isFalse();
        assertThat(cells(admin, "rows=region&columns=relation&filter=region==320000"))
                .containsExactlyEntriesOf(Map.of("320000 b2b", 1L));
    }

    @Test
    void countsOnlyWhatIsInReachAndEachCellIsTheListItOpens() {
        var cells = cells(rep.http(), "rows=potential&columns=behaviour");
        assertThat(cells).isEqualTo(expectedOfRep);
        cells.forEach((cell, count) -> {
            String[] sides = cell.split(" ");
            String filter = condition("potential", sides[0]) + ";" + condition("behaviour", sides[1]);
            assertThat(rep.http()
                            .get("/api/v1/customers/count?filter=" + filter)
                            .json()
                            .path("value")
                            .asLong())
                    .as(cell)
                    .isEqualTo(count);
        });
    }

    private static String condition(String field, String value) {
        return value.equals("null") ? field + "=null=true" : field + "==" + value;
    }

    @Test
    void refusesFieldsThatCannotBeCounted() {
        assertThat(matrix(admin, "rows=name&columns=behaviour").code()).isEqualTo("groupRefused");
        assertThat(matrix(admin, "rows=potential&columns=nothing").code()).isEqualTo("groupRefused");
        assertThat(matrix(admin, "rows=potential&columns=potential").code()).isEqualTo("sameFieldTwice");
        assertThat(matrix(admin, "rows=potential&columns=behaviour&filter=evil==1")
                        .status())
                .isEqualTo(400);
        for (String right : List.of("hidden", "masked")) {
            assertThat(matrix(blindTo(right), "rows=potential&columns=behaviour")
                            .code())
                    .isEqualTo("groupRefused");
        }
    }

    private Http blindTo(String right) {
        var role = Map.of(
                "name", "看不到潜力 " + right,
                "permissions", List.of("customer.read"),
                "scopes", Map.of("customer", "all"),
                "fields", Map.of("customer", Map.of("potential", right)));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        return firm.person("看不到潜力 " + right).http();
    }
}
