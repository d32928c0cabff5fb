package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.FaultyDataSource;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.events.IncompleteEventPublications;

/**
 * G14: each statement of a business action fails once, commits among them. Whatever was answered, either nothing was done
 * or all of it; and the request sent again, with the same Idempotency-Key where it takes one, does all of it, once.
 */
@ApplicationTest
class FaultSweepTest {
    private static final List<String> ACTIONS = List.of(
            "POST /api/v1/customers",
            "PATCH /api/v1/customers/{id}",
            "DELETE /api/v1/customers/{id}",
            "POST /api/v1/customers/{id}/restore",
            "POST /api/v1/customers/{id}/assign",
            "POST /api/v1/contacts",
            "POST /api/v1/customers/{id}/comments",
            "POST /api/v1/people",
            "POST /api/v1/views/{object}",
            "POST /api/v1/tags",
            "DELETE /api/v1/tags/{id}",
            "PATCH /api/v1/roles/{id}",
            "POST /api/v1/customers/{id}/files",
            "POST /api/v1/files",
            "POST /api/v1/people/{id}/lock");

    private static final Set<String> KEYED =
            Set.of("POST /api/v1/customers", "POST /api/v1/contacts", "POST /api/v1/customers/{id}/comments");

    private static final int MOST_STATEMENTS = 80;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    DataSource dataSource;

    private final List<String> problems = new ArrayList<>();
    private int faults;

    @Test
    void nothingIsHalfDone() throws Exception {
        Firm firm = Firm.found(application);
        var examples = new Examples(application, firm);
        try (var tables = new FirmTables(database)) {
            for (String action : ACTIONS) sweep(action, firm, examples, tables);
        }
        System.out.println("fault sweep: " + faults + " faults in " + ACTIONS.size() + " actions");
        assertThat(problems).isEmpty();
        assertThat(faults).isGreaterThan(ACTIONS.size() * 3);
    }

    private void sweep(String action, Firm firm, Examples examples, FirmTables tables) {
        Http http = firm.signIn(firm.administrator().id(), "again").http().expectingFaults();
        var whole = effect(action, keyed(examples.call(action), 0), http, tables, firm.tenant());
        for (int statement = 1; statement <= MOST_STATEMENTS; statement++) {
            Call call = keyed(examples.call(action), statement);
            var before = tables.quiet(firm.tenant());
            var fault = faulty().arm(firm.tenant(), statement);
            var answer = call.send(http);
            settledEvents(tables);
            faulty().disarm();
            if (!fault.struck()) return;
            faults++;
            var after = settled(tables, firm.tenant());
            var again = call.send(http);
            var last = settled(tables, firm.tenant());
            String where = action + ", statement " + statement + ", " + answer.status();
            boolean all = difference(before, after).equals(whole);
            if (!all) same(where + ": half was done", Map.of(), changed(before, after));
            boolean once = !all || call.headers().containsKey("Idempotency-Key");
            if (once) same(where + ": not all was done, once", whole, difference(before, last));
            if (again.status() >= (once ? 300 : 500)) problems.add(where + ": again refused " + again.text());
            if (answer.status() < 300 && !all) problems.add(where + ": told as done");
        }
        problems.add(action + " has no end");
    }

    private FaultyDataSource faulty() {
        return (FaultyDataSource) dataSource;
    }

    /** What takes an Idempotency-Key gets one: it is how a caller asks again after a 5xx that may have come too late. */
    private static Call keyed(Call call, int statement) {
        return KEYED.contains(call.operation()) ? call.with("Idempotency-Key", call.operation() + statement) : call;
    }

    static void settledEvents(FirmTables tables) {
        for (int i = 0; i < 200; i++) {
            if (tables.number("select count(*) from event_publication where completion_date is null") == 0) return;
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    /** Once everything was heard; what a fault kept from being heard is told again, as the program does every minute. */
    private Map<String, String> settled(FirmTables tables, long tenant) {
        settledEvents(tables);
        if (tables.number("select count(*) from event_publication where completion_date is null") > 0) {
            application.getBean(IncompleteEventPublications.class).resubmitIncompletePublications(event -> true);
        }
        return tables.quiet(tenant);
    }

    private Map<String, Long> effect(String action, Call call, Http http, FirmTables tables, long tenant) {
        var before = tables.quiet(tenant);
        var answer = call.send(http);
        if (answer.status() >= 300) throw new AssertionError(action + " " + answer.text());
        return difference(before, settled(tables, tenant));
    }

    /** How many rows more there are in each table. */
    private static Map<String, Long> difference(Map<String, String> before, Map<String, String> after) {
        var found = new TreeMap<String, Long>();
        after.forEach((table, digest) -> found.put(table, rows(digest) - rows(before.get(table))));
        found.values().removeIf(rows -> rows == 0);
        return found;
    }

    private static long rows(String digest) {
        return Long.parseLong(digest.substring(0, digest.indexOf(' ')));
    }

    private static Map<String, String> changed(Map<String, String> before, Map<String, String> after) {
        var found = new TreeMap<>(after);
        found.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        return found;
    }

    private void same(String what, Map<String, ?> expected, Map<String, ?> found) {
        if (!expected.equals(found)) problems.add(what + ": " + found + " instead of " + expected);
    }
}
