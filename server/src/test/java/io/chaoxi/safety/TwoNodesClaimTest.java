package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** G8 on two nodes: half of the callers ask the one, half the other. {@code -Dsafety.nodeClaims=5000} runs it. */
class TwoNodesClaimTest {
    private static final String PASSWORD = "a password of many words";

    @Test
    void exactlyOneOfManyGetsItWhicheverNodeHeAsks() throws Exception {
        int races = Counts.of("nodeClaims", 0);
        Assumptions.assumeTrue(races > 0, "belongs to the whole run");
        try (var nodes = new TwoNodes("claims", Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Http admin = nodes.a().signIn();
            List<Http> callers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                callers.add(caller(admin, i, i % 2 == 0 ? nodes.a() : nodes.b()));
            }
            var race = new ClaimRace(threads, admin);
            for (int i = 0; i < races; i++) race.oneWinner(callers, "抢" + i);
        }
        System.out.println("claims: " + races + " races of 64 callers on two nodes, one winner each");
    }

    private static Http caller(Http admin, int number, ProgramProcess node) {
        String rep = admin.get("/api/v1/roles")
                .json()
                .path("items")
                .valueStream()
                .filter(role -> role.path("code").asString().equals("rep"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String login = "claimer" + number;
        var person =
                Map.of("name", "抢客" + number, "login", login, "roles", List.of(rep), "password", "one time " + login);
        assertThat(admin.post("/api/v1/people", person).status()).isEqualTo(201);
        var first = ProgramProcess.signIn(node.port(), login, "one time " + login);
        var chosen = Map.of("current", "one time " + login, "new", PASSWORD + number);
        assertThat(first.post("/api/v1/session/password", chosen).status()).isEqualTo(204);
        return ProgramProcess.signIn(node.port(), login, PASSWORD + number);
    }
}
