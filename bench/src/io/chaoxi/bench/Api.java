package io.chaoxi.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in person, with cookies as a browser keeps them. */
final class Api {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final String base;
    private final Map<String, String> cookies = new HashMap<>();

    private Api(Installation installation) {
        this.base = installation.address() + "/api/v1";
    }

    /** What came back: the body is unpacked only when somebody reads it. */
    record Answer(int status, byte[] bytes, boolean packed, String type) {
        JsonNode json() throws IOException {
            return bytes.length == 0 ? JSON.readTree("null") : JSON.readTree(text());
        }

        String text() throws IOException {
            if (!packed) return new String(bytes, StandardCharsets.UTF_8);
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    static Api signedIn(Installation installation, String login, String password) throws Exception {
        var api = new Api(installation);
        var answer = api.send(api.request("/session")
                .POST(json(Map.of("login", login, "password", password)))
                .header("Content-Type", "application/json")
                .build());
        if (answer.status() != 200) throw new IOException(login + " could not sign in: " + answer.text());
        return api;
    }

    HttpRequest get(String path) {
        return request(path).GET().build();
    }

    HttpRequest post(String path, Object body) {
        return request(path).header("Content-Type", "application/json").POST(json(body)).build();
    }

    HttpRequest patch(String path, long version, Object body) {
        return request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", json(body))
                .build();
    }

    HttpRequest put(String path, long version, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(json(body))
                .build();
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            var line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
            request.header("Cookie", line.toString());
            request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        return request;
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        for (String cookie : response.headers().allValues("Set-Cookie")) remember(cookie.split(";", 2)[0]);
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip"),
                response.headers().firstValue("Content-Type").orElse(""));
    }

    private synchronized void remember(String pair) {
        int at = pair.indexOf('=');
        cookies.put(pair.substring(0, at), pair.substring(at + 1));
    }

    /** The answer's JSON; anything but 2xx is an error. */
    JsonNode ask(HttpRequest request) throws Exception {
        var answer = send(request);
        if (answer.status() / 100 != 2) {
            throw new IOException("%s %s: %d %s".formatted(
                    request.method(), request.uri().getPath(), answer.status(), answer.text()));
        }
        return answer.json();
    }

    static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    static String query(String... pairs) {
        var query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(pairs[i]).append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
