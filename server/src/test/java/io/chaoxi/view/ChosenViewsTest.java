package io.chaoxi.view;

import static io.chaoxi.view.SavedViews.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Views that their owners show to chosen people, departments and roles. */
@ApplicationTest
class ChosenViewsTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    @Test
    void aChosenViewReachesPeopleDepartmentsAndRoles() {
        var south = firm.department("华南", null);
        var owner = firm.person("rep");
        var person = firm.person("rep");
        var below = firm.personIn(firm.department("深圳", south), "rep");
        var manager = firm.person("manager");
        var stranger = firm.person("rep");
        var readers = List.of(
                Map.of("object", "person", "id", person.id()),
                Map.of("object", "department", "id", south),
                Map.of("object", "role", "id", firm.role("manager")));
        JsonNode view = SavedViews.saved(owner.http(), "挑人看的", Map.of("sharing", "chosen", "readers", readers));
        assertThat(view.path("readers").findValuesAsString("label"))
                .contains("华南")
                .hasSize(3);
        for (var reader : List.of(person, below, manager)) {
            var seen = reader.http().get(VIEWS).json().path("items").path(0);
            assertThat(seen.path("name").asString()).isEqualTo("挑人看的");
            assertThat(seen.path("readers").isEmpty()).isTrue();
            assertThat(reader.http()
                            .patch(SavedViews.path(view), 1, Map.of("name", "我的"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(SavedViews.names(stranger.http())).isEmpty();
        var renamed = owner.http().patch(SavedViews.path(view), 1, Map.of("name", "还是他们看"));
        assertThat(renamed.json().path("readers").size()).isEqualTo(3);
        var fewer = Map.of("readers", List.of(Map.of("object", "person", "id", stranger.id())));
        assertThat(owner.http().patch(SavedViews.path(view), 2, fewer).status()).isEqualTo(200);
        assertThat(SavedViews.names(stranger.http())).containsExactly("还是他们看");
        assertThat(SavedViews.names(person.http())).isEmpty();
        var closed = owner.http().patch(SavedViews.path(view), 3, Map.of("sharing", "private"));
        assertThat(closed.json().path("readers").isEmpty()).isTrue();
        assertThat(SavedViews.names(stranger.http())).isEmpty();
    }

    /** Whoever has gone since, or is hidden from the owner, keeps nobody from changing the rest. */
    @Test
    void theRestOfAViewChangesWithoutItsReaders() {
        var gone = firm.department("要撤的部门", null);
        var owner = firm.person("rep");
        var readers = List.of(Map.of("object", "department", "id", gone));
        JsonNode view = SavedViews.saved(owner.http(), "给他们看的", Map.of("sharing", "chosen", "readers", readers));
        assertThat(admin.delete("/api/v1/departments/" + gone).status()).isEqualTo(204);
        var renamed = owner.http().patch(SavedViews.path(view), 1, Map.of("name", "换了名字"));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.json().path("sharing").asString()).isEqualTo("chosen");
        assertThat(owner.http()
                        .patch(SavedViews.path(view), 2, Map.of("readers", readers))
                        .status())
                .isEqualTo(200);
        assertThat(owner.http()
                        .patch(SavedViews.path(view), 3, Map.of("readers", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void readersAreChosenAmongThoseOfTheFirm() {
        var elsewhere = Firm.found(application);
        for (Object readers : List.of(
                List.of(),
                List.of(Map.of(
                        "object", "person", "id", elsewhere.administrator().id())),
                List.of(Map.of("object", "customer", "id", firm.administrator().id())),
                List.of(Map.of("object", "person", "id", "nobody")),
                List.of(Map.of(
                        "object", "department", "id", firm.administrator().id())),
                "everybody")) {
            var body = Map.of("name", "x", "sharing", "chosen", "readers", readers);
            assertThat(admin.post(VIEWS, body).status()).as(readers.toString()).isEqualTo(422);
        }
    }
}
