package io.chaoxi.exchange;

import io.chaoxi.identity.signin.Origin;
import io.chaoxi.identity.signin.Sessions;
import io.chaoxi.testing.SignedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uploads and downloads: multipart forms and bytes, beside the plain client of the other tests. */
final class Exchange {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "of-the-test-7f3a";

    private final String place;
    private final String cookie;
    private final SignedIn person;

    private Exchange(String place, String cookie, SignedIn person) {
        this.place = place;
        this.cookie = cookie;
        this.person = person;
    }

    static Exchange by(ApplicationContext application, SignedIn person) {
        var opened = application.getBean(Sessions.class).open(person.actor(), new Origin("127.0.0.1", "test"));
        return new Exchange(
                "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"),
                "CHAOXI_SESSION=" + opened.secret() + "; XSRF-TOKEN=of-the-test",
                person);
    }

    SignedIn person() {
        return person;
    }

    record Answer(int status, byte[] bytes, java.net.http.HttpHeaders headers) {
        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A form with a file; without content there is no file part. */
    Answer form(String path, Map<String, String> fields, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> part(body, "name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8)));
        if (content != null) {
            part(body, "name=\"file\"; filename=\"" + fileName + "\"", "application/octet-stream", content);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Imports and waits for the end; answers with the job. */
    JsonNode imported(Map<String, String> fields, String fileName, byte[] content) {
        Answer started = form("/api/v1/imports", fields, fileName, content);
        if (started.status() != 202) throw new AssertionError(started.status() + " " + started.text());
        return ended(started.json());
    }

    /** The job once it has ended. */
    JsonNode ended(JsonNode job) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(240));
        while (Instant.now().isBefore(patience)) {
            var now = get("/api/v1/jobs/" + job.path("id").asString()).json();
            if (List.of("done", "failed", "cancelled")
                    .contains(now.path("state").asString())) return now;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("The job did not end: " + job);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(place + path))
                .timeout(Duration.ofSeconds(120))
                .header("Cookie", cookie)
                .header("X-XSRF-TOKEN", "of-the-test");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
