package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people order at a program in a process of its own, and what becomes of it. */
record Work(Http http, int port) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** The id of the job. */
    String importCustomers(String name, int rows) {
        var text = new StringBuilder("客户名称\n");
        for (int i = 0; i < rows; i++) text.append(name).append(i).append('\n');
        var order = Call.of("POST /api/v1/imports").asking("object", "customer").uploading("a.csv", text.toString());
        return accepted(() -> order.send(http));
    }

    String export(String format, String filter) {
        var order = new HashMap<String, Object>(Map.of("object", "customer", "format", format, "filter", filter));
        order.put("fields", List.of("name", "owner", "createdAt"));
        return accepted(() -> http.post("/api/v1/exports", order));
    }

    String change(String filter, String address) {
        var order = Map.of("filter", filter, "patch", Map.of("address", address));
        return accepted(() -> http.post("/api/v1/customers/bulk", order));
    }

    private static String accepted(Supplier<Http.Answer> order) {
        var answer = patiently(order);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().path("id").asString();
    }

    /** Asks again where a machine that others keep busy has no time (503). */
    static Http.Answer patiently(Supplier<Http.Answer> request) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = request.get();
            if (answer.status() != 503 || System.nanoTime() > until) return answer;
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    JsonNode ended(String job) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = patiently(() -> http.get("/api/v1/jobs/" + job)).json();
            if (now.hasNonNull("finishedAt")) return now;
            assertThat(System.nanoTime()).as("the job ends").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    void done(String job) {
        var ended = ended(job);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
    }

    /** The status of the answer and its code. */
    String preview(Path file) {
        String edge = "edge-of-the-test";
        var start = "--" + edge + "\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\ncustomer\r\n--" + edge
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName() + "\"\r\n\r\n";
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports/preview"))
                    .header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(start),
                            HttpRequest.BodyPublishers.ofFile(file),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + edge + "--\r\n")));
            http.headers().forEach(request::header);
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String code = answer.statusCode() == 200
                    ? ""
                    : JsonMapper.shared().readTree(answer.body()).path("code").asString("");
            return answer.statusCode() + " " + code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A colleague who has signed in. */
    Http colleague(int number) {
        String login = "colleague" + number;
        var person = Map.of("name", "同事" + number, "login", login, "password", "for once only 1");
        Http once = http.with("Idempotency-Key", login);
        var made = patiently(() -> once.post("/api/v1/people", person));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String given = made.json().path("oneTimePassword").asString();
        Http colleague = ProgramProcess.signIn(port, login, given);
        var lasting = Map.of("current", given, "new", "one for longer " + number);
        var changed = patiently(() -> colleague.post("/api/v1/session/password", lasting));
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        return colleague;
    }
}
