package io.chaoxi.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ApiDescriptionTest {
    @Autowired
    ApplicationContext application;

    Http admin;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
    }

    @Test
    void namesNoServerThatACallerMadeUp() {
        for (int asked = 0; asked < 2; asked++) {
            var document = admin.get("/api/v1/openapi.json").json();
            assertThat(document.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
            assertThat(document.path("info").path("title").asString()).isEqualTo("潮汐 CRM");
        }
    }

    @Test
    void everyBodyThatIsTakenHasAShape() {
        var document = admin.get("/api/v1/openapi.json").json();
        var shapeless = new ArrayList<String>();
        int bodies = 0;
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var media :
                        operation.getValue().path("requestBody").path("content").properties()) {
                    bodies++;
                    var schema = media.getValue().path("schema");
                    String name = schema.path("$ref").asString("").replaceAll(".*/", "");
                    var shape = name.isEmpty()
                            ? schema
                            : document.path("components").path("schemas").path(name);
                    if (shape.path("properties").isEmpty()) shapeless.add(operation.getKey() + " " + path.getKey());
                }
            }
        }
        assertThat(shapeless).isEmpty();
        assertThat(bodies).isGreaterThan(45);
    }

    @Test
    void aBodyIsDescribedAsItIsRead() {
        var schemas =
                admin.get("/api/v1/openapi.json").json().path("components").path("schemas");
        assertThat(schemas.path("TagsBody").path("properties").propertyNames())
                .containsExactlyInAnyOrder("name", "group", "color");
        assertThat(schemas.path("SessionNewPassword").path("properties").propertyNames())
                .containsExactlyInAnyOrder("current", "new");
        assertThat(schemas.path("PersonNew").path("properties").propertyNames())
                .contains("name", "login", "roles", "password");
        var unknown = admin.post("/api/v1/tags", Map.of("name", "甲", "count", 3));
        assertThat(unknown.json().path("errors").path(0).path("code").asString())
                .isEqualTo("unknownField");
    }
}
