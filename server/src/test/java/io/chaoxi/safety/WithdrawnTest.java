package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.ChaoxiApplication;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** G7: what is taken away on one node is dead on the other within five seconds: sessions, tokens, rights and streams. */
@ApplicationTest
class WithdrawnTest {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    @Test
    void whatIsTakenAwayOnOneNodeIsDeadOnTheOther() {
        try (ConfigurableApplicationContext second = secondNode()) {
            Firm firm = Firm.found(application);
            Http admin = onNode(second, firm.administrator());
            anEndedSession(second, firm);
            aDeletedToken(second, firm);
            aRoleWithoutTheRight(admin, firm);
            aLockedPerson(admin, firm);
        }
    }

    /** The same program on the same database, with a port and caches of its own. */
    private ConfigurableApplicationContext secondNode() {
        var environment = application.getEnvironment();
        var settings = Stream.of("home", "db.url", "db.user", "db.password", "db.owner.user", "db.owner.password")
                .map(name -> "--crm." + name + "=" + environment.getProperty("crm." + name))
                .toList();
        var arguments = Stream.concat(settings.stream(), Stream.of("--server.port=0", "--logging.file.name="));
        return new SpringApplicationBuilder(ChaoxiApplication.class).run(arguments.toArray(String[]::new));
    }

    private static Http onNode(ApplicationContext node, SignedIn person) {
        return Http.visitor(node).inSession(secret(node, person));
    }

    private static String secret(ApplicationContext node, SignedIn person) {
        var sessions = node.getBean(io.chaoxi.identity.signin.Sessions.class);
        return sessions.open(person.actor(), new io.chaoxi.identity.signin.Origin("127.0.0.1", "test"))
                .secret();
    }

    private void anEndedSession(ApplicationContext second, Firm firm) {
        String secret = secret(application, firm.person("rep"));
        Http here = Http.visitor(application).inSession(secret);
        assertThat(here.get(CUSTOMERS).status()).isEqualTo(200);
        var stream = stream(secret);
        Http.visitor(second).inSession(secret).delete("/api/v1/session");
        within("an ended session", () -> here.get(CUSTOMERS).status() == 401);
        ends("the stream of an ended session", stream);
    }

    private void aDeletedToken(ApplicationContext second, Firm firm) {
        SignedIn rep = firm.person("rep");
        var made = rep.http().post("/api/v1/tokens", Map.of("name", "n", "scopes", List.of("customer.read")));
        Http here = Http.visitor(application).bearing(made.json().path("token").asString());
        assertThat(here.get(CUSTOMERS).status()).isEqualTo(200);
        onNode(second, rep).delete("/api/v1/tokens/" + made.json().path("id").asString());
        within("a deleted token", () -> here.get(CUSTOMERS).status() == 401);
    }

    private void aRoleWithoutTheRight(Http admin, Firm firm) {
        var made = admin.post("/api/v1/roles", Map.of("name", "短命", "permissions", List.of("customer.read")));
        SignedIn person = firm.person("短命");
        assertThat(person.http().get(CUSTOMERS).status()).isEqualTo(200);
        String role = "/api/v1/roles/" + made.json().path("id").asString();
        assertThat(admin.patch(role, 1, Map.of("permissions", List.of("tag.manage")))
                        .status())
                .isEqualTo(200);
        within("a right taken away", () -> person.http().get(CUSTOMERS).status() == 403);
    }

    private void aLockedPerson(Http admin, Firm firm) {
        SignedIn person = firm.person("rep");
        String secret = secret(application, person);
        var stream = stream(secret);
        assertThat(admin.post("/api/v1/people/" + person.id() + "/lock", Map.of())
                        .status())
                .isBetween(200, 204);
        within("a locked person", () -> person.http().get(CUSTOMERS).status() == 401);
        ends("the stream of a locked person", stream);
    }

    private CompletableFuture<Void> stream(String secret) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .header("Cookie", "CHAOXI_SESSION=" + secret)
                .build();
        var opened =
                CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
        assertThat(opened.statusCode()).isEqualTo(200);
        return CompletableFuture.runAsync(() -> opened.body().forEach(line -> {}));
    }

    private static void ends(String what, CompletableFuture<Void> stream) {
        var ended = stream.handle((nothing, broken) -> true)
                .completeOnTimeout(false, AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ended.join()).as(what).isTrue();
    }

    private static void within(String what, BooleanSupplier dead) {
        long until = System.nanoTime() + AT_MOST.toNanos();
        while (!dead.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
