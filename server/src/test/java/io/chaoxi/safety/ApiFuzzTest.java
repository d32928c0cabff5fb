package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G26: whatever is sent, no answer is a fault of ours or one that the document does not name, and what was refused
 * changed nothing. {@code -Dsafety.fuzz=1000000} for the full figure.
 */
@ApplicationTest
class ApiFuzzTest {
    /** Reached by tests of their own: a stream that does not end, a provider, and what only an installation's first person may. */
    private static final Set<String> ELSEWHERE = Set.of(
            "GET /api/v1/events",
            "POST /api/v1/session/provider",
            "POST /api/v1/session/provider/answer",
            "POST /api/v1/setup",
            "POST /api/v1/tenants");

    private static final int SESSION_LASTS = 400;
    private static final int FIRM_LASTS = 3_000;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private final List<String> problems = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void everyOperationSucceedsAndAnswersAsItsDocumentSays() {
        Firm firm = Firm.found(application);
        Http http = firm.administrator().http();
        var document = new ApiDocument(application, http);
        var examples = new Examples(application, firm);
        for (var operation : document.operations()) {
            if (ELSEWHERE.contains(operation.name())) continue;
            if (!examples.operations().contains(operation.name())) {
                problems.add("no example: " + operation.name());
                continue;
            }
            var answer = examples.call(operation.name()).send(http);
            if (answer.status() >= 300) problems.add(operation.name() + " " + answer.status() + " " + answer.text());
            document.faults(operation, answer).forEach(fault -> problems.add(operation.name() + ": " + fault));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noRequestIsAFaultOfOursAndWhatIsRefusedChangesNothing() throws Exception {
        int requests = Counts.of("fuzz", 600);
        var random = new Random(Counts.seed());
        try (var tables = new FirmTables(database)) {
            for (int done = 0; done < requests && problems.size() < 20; done += FIRM_LASTS) {
                attack(Math.min(FIRM_LASTS, requests - done), random, tables);
            }
        }
        System.out.println("fuzz: seed " + Counts.seed() + ", answers by status " + statuses);
        assertThat(problems).isEmpty();
        assertThat(statuses.keySet()).contains(200, 201, 204, 400, 401, 403, 404, 422);
    }

    private void attack(int requests, Random random, FirmTables tables) {
        Firm firm = Firm.found(application);
        var document = new ApiDocument(application, firm.administrator().http());
        var examples = new Examples(application, firm);
        var hostile = new Hostile(random, document);
        var operations = List.copyOf(examples.operations());
        SignedIn administrator = firm.administrator();
        SignedIn rep = examples.rep;
        for (int i = 0; i < requests && problems.size() < 20; i++) {
            if (i % SESSION_LASTS == 0) {
                administrator = firm.signIn(administrator.id(), administrator.login());
                rep = firm.signIn(rep.id(), rep.login());
            }
            Http sender = switch (random.nextInt(10)) {
                case 0 -> Http.visitor(application);
                case 1, 2, 3 -> rep.http();
                default -> administrator.http();
            };
            Call call = hostile.spoilt(examples.call(operations.get(random.nextInt(operations.size()))));
            judge(call, sender, document, tables, firm.tenant());
        }
    }

    private void judge(Call call, Http sender, ApiDocument document, FirmTables tables, long tenant) {
        var before = tables.quiet(tenant);
        Http.Answer answer = call.send(sender);
        statuses.merge(answer.status(), 1, Integer::sum);
        var faults = new ArrayList<>(document.faults(document.operation(call.operation()), answer));
        if (answer.status() >= 500) faults.add("a fault of ours");
        boolean reads = call.method().equals("GET");
        if (reads || answer.status() >= 400) {
            var after = tables.of(tenant);
            after.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
            if (!after.isEmpty()) faults.add("changed " + after.keySet());
        } else if (answer.text().contains('"' + Hostile.MARK + '"')
                && !call.toString().contains("text")) {
            faults.add("took the id of the caller");
        }
        if (faults.isEmpty()) return;
        problems.add(call + " → " + answer.status() + " " + answer.text() + "\n   " + faults);
        System.out.println("fuzz found: " + problems.getLast());
    }
}
