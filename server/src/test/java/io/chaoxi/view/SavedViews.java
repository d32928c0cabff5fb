package io.chaoxi.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The views of customers over the API. */
final class SavedViews {
    static final String VIEWS = "/api/v1/views/customer";

    private SavedViews() {}

    static JsonNode saved(Http http, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", name));
        body.putAll(more);
        var saved = http.post(VIEWS, body);
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        return saved.json();
    }

    static String path(JsonNode view) {
        return VIEWS + "/" + view.path("id").asString();
    }

    static List<String> names(Http http) {
        return http.get(VIEWS).json().path("items").values().stream()
                .map(view -> view.path("name").asString())
                .toList();
    }
}
