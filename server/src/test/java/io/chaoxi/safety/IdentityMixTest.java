package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G5: many people of several firms ask at once over one pool of connections; each answer is about the one who asked.
 * {@code -Dsafety.identity=1000000} for the full figure.
 */
@ApplicationTest
class IdentityMixTest {
    private static final int FIRMS = 3;
    private static final int PEOPLE = 6;
    private static final int CALLERS = 24;

    @Autowired
    ApplicationContext application;

    private final List<Client> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();

    /** Somebody and what only he owns: in every list that he reads nothing else may stand. */
    private record Client(SignedIn person, Firm firm, UUID customer, String bearer) {}

    @Test
    void everyAnswerIsAboutTheOneWhoAsked() throws Exception {
        for (int i = 0; i < FIRMS; i++) settle(Firm.found(application));
        int requests = Counts.of("identity", 4_000);
        var asked = new ArrayList<Future<?>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                long seed = Counts.seed() + caller;
                asked.add(callers.submit(() -> ask(new Random(seed), requests / CALLERS)));
            }
            for (var one : asked) one.get();
        }
        System.out.println("identity mix: " + answered.get() + " answers");
        assertThat(problems).isEmpty();
        assertThat(answered.get()).isGreaterThan(requests * 9 / 10);
    }

    private void settle(Firm firm) {
        for (int i = 0; i < PEOPLE; i++) {
            SignedIn person = firm.person("rep");
            UUID customer = firm.record("customer", Map.of("name", "属于" + person.login(), "owner", person.id()));
            var made = person.http().post("/api/v1/tokens", Map.of("name", "混", "scopes", List.of("customer.read")));
            clients.add(
                    new Client(person, firm, customer, made.json().path("token").asString()));
        }
    }

    private void ask(Random random, int times) {
        Http visitor = Http.visitor(application);
        for (int i = 0; i < times && problems.size() < 10; i++) {
            Client client = clients.get(random.nextInt(clients.size()));
            boolean token = random.nextBoolean();
            Http http =
                    token ? visitor.bearing(client.bearer()) : client.person().http();
            judge(client, http, random.nextInt(5));
        }
    }

    private void judge(Client client, Http http, int kind) {
        var stranger = clients.get((clients.indexOf(client) + 1) % clients.size());
        var answer = http.get(
                switch (kind) {
                    case 0 -> "/api/v1/session";
                    case 1 -> "/api/v1/customers?fields=name,owner";
                    case 2 -> "/api/v1/customers/" + client.customer();
                    case 3 -> "/api/v1/firm";
                    default -> "/api/v1/customers/" + stranger.customer();
                });
        if (answer.status() == 429) return;
        boolean right = switch (kind) {
            case 0 ->
                id(answer, "person").equals(client.person().id().toString())
                        && answer.json().at("/firm/name").asString().endsWith(administrator(client));
            case 1 ->
                answer.json().path("items").size() == 1
                        && answer.json()
                                .at("/items/0/id")
                                .asString()
                                .equals(client.customer().toString());
            case 2 ->
                answer.status() == 200 && answer.text().contains(client.person().login());
            case 3 -> answer.json().path("name").asString().endsWith(administrator(client));
            default -> answer.status() == 404;
        };
        answered.incrementAndGet();
        if (!right) problems.add(client.person().login() + " " + kind + " → " + answer.status() + answer.text());
    }

    /** A firm of the tests has its administrator's login in its name. */
    private static String administrator(Client client) {
        return client.firm().administrator().login();
    }

    private static String id(Http.Answer answer, String part) {
        return answer.json().path(part).path("id").asString("");
    }
}
