package io.chaoxi.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ViewLayoutsTest {
    private static final String VIEWS = "/api/v1/views/customer";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private Http.Answer save(Map<String, String> layout) {
        var body = new HashMap<String, Object>(layout);
        body.put("name", "看板");
        body.put("sharing", "public");
        return admin.post(VIEWS, body);
    }

    @Test
    void aViewKeepsItsLayoutAndTheFieldThatCarriesIt() {
        for (String group : List.of("importance", "bigReach", "owner", "ownerDepartment", "")) {
            var saved = save(Map.of("layout", "kanban", "group", group));
            assertThat(saved.status()).as(saved.text()).isEqualTo(201);
            assertThat(saved.json().path("layout").asString()).isEqualTo("kanban");
            assertThat(saved.json().path("group").asString()).isEqualTo(group);
        }
        for (String over : List.of("foundedOn", "createdAt", "")) {
            var saved = save(Map.of("layout", "calendar", "over", over));
            assertThat(saved.status()).as(saved.text()).isEqualTo(201);
            assertThat(saved.json().path("over").asString()).isEqualTo(over);
        }
    }

    @Test
    void aFieldThatCannotCarryTheLayoutIsNamed() {
        for (String group : List.of("region", "phone", "nothing")) {
            assertThat(fault(save(Map.of("layout", "kanban", "group", group))))
                    .as(group)
                    .isEqualTo("group noKanbanField");
        }
        for (String over : List.of("importance", "nothing")) {
            assertThat(fault(save(Map.of("layout", "calendar", "over", over))))
                    .as(over)
                    .isEqualTo("over noCalendarField");
        }
        assertThat(save(Map.of("layout", "table", "group", "region")).status()).isEqualTo(201);
    }

    private static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        JsonNode error = refused.json().path("errors").path(0);
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    @Test
    void aFieldThatTheReaderHasNoMoreIsLeftOutAndNamed() {
        save(Map.of("layout", "calendar", "over", "foundedOn", "group", "importance"));
        admin.post(
                "/api/v1/roles",
                Map.of(
                        "name", "看不到日期",
                        "permissions", List.of("customer.read"),
                        "fields", Map.of("customer", Map.of("foundedOn", "hidden", "importance", "hidden"))));
        JsonNode seen =
                firm.person("看不到日期").http().get(VIEWS).json().path("items").path(0);
        assertThat(seen.path("layout").asString()).isEqualTo("calendar");
        assertThat(seen.path("over").asString()).isEmpty();
        assertThat(seen.path("group").asString()).isEmpty();
        assertThat(seen.path("omitted").values().stream().map(JsonNode::asString))
                .containsExactly("group", "over");
    }
}
