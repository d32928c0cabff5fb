package io.chaoxi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** A browser on its way from our page to the {@link OpenIdProvider} and back. */
public final class OpenIdBrowser {
    private static final String PROVIDER = "/api/v1/session/provider";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final Http page;

    /** The address at the provider, and the cookie that binds the answer to this browser. */
    public record Begun(String address, String cookie, String setCookie) {}

    /** What the provider sends back with the browser. */
    public record Came(String state, String code) {}

    public OpenIdBrowser(ApplicationContext application) {
        page = Http.visitor(application);
    }

    public Begun begin() {
        var answer = page.post(PROVIDER, null);
        String set = answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("CHAOXI_PROVIDER="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.text()));
        return new Begun(answer.json().path("address").asString(), set.substring(0, set.indexOf(';')), set);
    }

    /** Signs in at the provider's own form and stops where it sends the browser back. */
    public Came atProvider(Begun begun, String user) {
        URI start = URI.create(begun.address());
        var asked = get(start);
        if (asked.statusCode() == 302 && location(start, asked).getPath().equals("/login")) {
            URI form = location(start, asked);
            var token = TOKEN.matcher(get(form).body());
            if (!token.find()) throw new AssertionError("the provider shows no form");
            String body = "username=%s&password=%s&_csrf=%s"
                    .formatted(encoded(user), encoded(OpenIdProvider.PASSWORD), encoded(token.group(1)));
            var entered = send(HttpRequest.newBuilder(form)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            asked = get(location(form, entered));
        }
        var back = location(start, asked);
        if (!back.toString().startsWith(OpenIdProvider.BASE + "/sign-in/answer?")) {
            throw new AssertionError(asked.statusCode() + " " + back + " " + asked.body());
        }
        Map<String, String> said = Arrays.stream(back.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return new Came(said.get("state"), said.get("code"));
    }

    /** Hands the answer over as the page does. */
    public Http.Answer answer(String cookie, Came came) {
        return page.with("Cookie", cookie)
                .post(PROVIDER + "/answer", Map.of("state", came.state(), "code", came.code()));
    }

    /** The whole way. */
    public Http.Answer signIn(String user) {
        var begun = begin();
        return answer(begun.cookie(), atProvider(begun, user));
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI location(URI from, HttpResponse<String> answer) {
        return from.resolve(answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
