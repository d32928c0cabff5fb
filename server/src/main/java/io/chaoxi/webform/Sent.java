package io.chaoxi.webform;

import io.chaoxi.platform.problem.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came in, as texts by name; nothing in it is to be believed. Names that the form does not ask for are carried here
 * and looked at by nobody: other people's scripts add theirs.
 *
 * @param trapped something stands in the field that people do not see
 */
record Sent(Map<String, List<String>> values, String token, boolean agreed, boolean trapped) {
    static final String TOKEN = "_token";
    static final String AGREED = "_agreed";
    static final String TRAP = "homepage";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As browsers send a form. */
    static Sent ofForm(byte[] body) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            values.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                    .add(decoded(pair.substring(equals + 1)));
        }
        return new Sent(
                values,
                first(values, TOKEN),
                values.containsKey(AGREED),
                !first(values, TRAP).isBlank());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("bodyUnreadable", Map.of());
        }
    }

    private static String first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** As scripts send it: {@code {"token":…,"agreed":true,"values":{"phone":…}}}. */
    static Sent ofJson(byte[] body) {
        JsonNode sent = tree(body);
        var values = new LinkedHashMap<String, List<String>>();
        for (var entry : sent.path("values").properties()) {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    value.isArray()
                            ? value.valueStream().map(Sent::scalar).toList()
                            : value.isNull() ? List.of() : List.of(scalar(value)));
        }
        boolean trapped = !first(values, TRAP).isBlank();
        return new Sent(
                values, sent.path("token").asString(""), sent.path("agreed").asBoolean(false), trapped);
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode sent = JSON.readTree(body);
            if (sent.isObject()) return sent;
        } catch (JacksonException e) {
            throw Refusal.malformed("bodyUnreadable", Map.of());
        }
        throw Refusal.malformed("bodyNotAnObject", Map.of());
    }

    private static String scalar(JsonNode value) {
        if (value.isContainer()) throw Refusal.malformed("bodyUnreadable", Map.of());
        return value.asString("");
    }
}
