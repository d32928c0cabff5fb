package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request in the making: an operation of the document, the values of its path and query, headers, and a body (null:
 * none; JSON, or text that is sent as it is).
 */
record Call(
        String operation,
        Map<String, String> place,
        Map<String, String> query,
        Map<String, String> headers,
        Object body) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "of-the-safety-test";

    static Call of(String operation, String... place) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < place.length; i += 2) values.put(place[i], place[i + 1]);
        return new Call(operation, values, new LinkedHashMap<>(), new HashMap<>(), null);
    }

    Call asking(String name, Object value) {
        var all = new LinkedHashMap<>(query);
        all.put(name, String.valueOf(value));
        return new Call(operation, place, all, headers, body);
    }

    Call at(String name, String value) {
        var all = new LinkedHashMap<>(place);
        all.put(name, value);
        return new Call(operation, all, query, headers, body);
    }

    Call with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Call(operation, place, query, all, body);
    }

    Call sending(Object newBody) {
        boolean raw = newBody == null || newBody instanceof String || newBody instanceof JsonNode;
        return new Call(operation, place, query, headers, raw ? newBody : JSON.valueToTree(newBody));
    }

    /** A form with one text file. */
    Call uploading(String fileName, String content) {
        return with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .sending("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                        + "--\r\n");
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    String address() {
        String path = operation.substring(operation.indexOf(' ') + 1);
        for (var value : place.entrySet()) path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        var address = new StringBuilder(path);
        char joint = '?';
        for (var value : query.entrySet()) {
            address.append(joint).append(encoded(value.getKey())).append('=').append(encoded(value.getValue()));
            joint = '&';
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Http.Answer send(Http http) {
        Http sender = http;
        for (var header : headers.entrySet()) sender = sender.with(header.getKey(), header.getValue());
        return sender.send(method(), address(), body instanceof JsonNode json ? json.toString() : body);
    }

    @Override
    public String toString() {
        String text = method() + " " + address() + " " + headers + " " + body;
        return text.length() > 600 ? text.substring(0, 600) + "… " + text.length() : text;
    }
}
