package io.chaoxi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain HTTP client of the running application: what it gets is what a browser or a program would get. An internal
 * error (500) is a defect whatever a test asks for, so it fails the test.
 */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String place;
    private final Map<String, String> headers;
    private final boolean faultsExpected;

    private Http(String place, Map<String, String> headers, boolean faultsExpected) {
        this.place = place;
        this.headers = headers;
        this.faultsExpected = faultsExpected;
    }

    /** Nobody in particular. */
    public static Http visitor(ApplicationContext application) {
        return at(Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port")));
    }

    /** Nobody in particular, at the program behind this port of the machine. */
    public static Http at(int port) {
        return new Http("http://localhost:" + port, Map.of(), false);
    }

    /** The same client with a further header, such as {@code If-Match} or {@code Accept-Language}. */
    public Http with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Http(place, all, faultsExpected);
    }

    /** The same client for a test that breaks the program on purpose: an internal error is an answer like others. */
    public Http expectingFaults() {
        return new Http(place, headers, true);
    }

    /** A browser with this session cookie and a matching XSRF token. */
    public Http inSession(String secret) {
        return with("Cookie", "CHAOXI_SESSION=" + secret + "; XSRF-TOKEN=of-the-test")
                .with("X-XSRF-TOKEN", "of-the-test");
    }

    public Http bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** What goes along with each request. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** An answer; {@code json} is missing when the body is none. */
    public record Answer(int status, JsonNode json, String text, java.net.http.HttpHeaders headers) {
        public String code() {
            return json.path("code").asString("");
        }

        /** The secret of the session cookie that the answer sets. */
        public String session() {
            return headers.allValues("set-cookie").stream()
                    .filter(cookie -> cookie.startsWith("CHAOXI_SESSION="))
                    .map(cookie -> cookie.substring("CHAOXI_SESSION=".length(), cookie.indexOf(';')))
                    .findFirst()
                    .orElse("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, long version, Object body) {
        return with("If-Match", "\"" + version + "\"").send("PATCH", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A form with one file of text. */
    public Answer upload(String path, String fileName, String content) {
        String border = "border-of-the-test";
        return with("Content-Type", "multipart/form-data; boundary=" + border)
                .post(
                        path,
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                                .formatted(border, fileName, content, border));
    }

    /** A text body is sent as it is, anything else as JSON. */
    public Answer send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(place + path)).timeout(Duration.ofSeconds(60));
        if (body != null && !headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        String text = body == null || body instanceof String ? (String) body : JSON.writeValueAsString(body);
        request.method(
                method, text == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 500 && !faultsExpected)
                throw new AssertionError(method + " " + path + ": " + response.body());
            return new Answer(response.statusCode(), json(response.body()), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
