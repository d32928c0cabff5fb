package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.FaultyDataSource;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.events.IncompleteEventPublications;

/**
 * G14 for long work: a statement fails while an import, a bulk change or the undo of one is ordered or runs. What was
 * accepted is taken up again until it is done, whole and once; what was not accepted did nothing and can be ordered again.
 * Every eighth statement, {@code -Dsafety.everyStatement=1} for each.
 */
@ApplicationTest
class JobFaultSweepTest {
    private static final int RECORDS = 3;
    private static final int MOST_STATEMENTS = 200;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    DataSource dataSource;

    private final List<String> problems = new ArrayList<>();
    private Firm firm;
    private Http http;
    private FirmTables tables;
    private int faults;
    private int made;

    /** Something to order, and the records that tell whether it was done: none before, all afterwards. */
    private record Work(Supplier<Http.Answer> order, String done) {}

    @Test
    void noJobIsHalfDone() throws Exception {
        firm = Firm.found(application);
        http = firm.signIn(firm.administrator().id(), "again").http().expectingFaults();
        try (var opened = new FirmTables(database)) {
            tables = opened;
            sweep("import", 1, this::anImport);
            sweep("bulk change", 3, this::aBulkChange);
            sweep("undo of an import", 5, this::anUndoneImport);
            sweep("undo of a bulk change", 7, this::anUndoneBulkChange);
        }
        System.out.println("fault sweep of jobs: " + faults + " faults");
        assertThat(problems).isEmpty();
        assertThat(faults).isGreaterThan(12);
    }

    private void sweep(String name, int first, Supplier<Work> prepare) {
        int stride = Math.min(8, Counts.of("everyStatement", 8));
        for (int statement = first; statement <= MOST_STATEMENTS; statement += stride) {
            Work work = prepare.get();
            tables.quiet(firm.tenant());
            var fault = ((FaultyDataSource) dataSource).arm(firm.tenant(), statement);
            var answer = work.order().get();
            settled();
            ((FaultyDataSource) dataSource).disarm();
            if (!fault.struck()) return;
            faults++;
            judge(name + ", statement " + statement + ", " + answer.status(), work, answer);
        }
        problems.add(name + " has no end");
    }

    private void judge(String where, Work work, Http.Answer answer) {
        long done = tables.number(work.done());
        if (answer.status() == 202) {
            String job = answer.json().path("id").asString();
            long lines = tables.number("select count(*) from change where job_id = '" + job + "'");
            boolean whole = done == RECORDS && lines == RECORDS && state(answer).equals("done");
            if (!whole)
                problems.add(where + ": " + done + " were done, " + lines + " noted, the job is " + state(answer));
            return;
        }
        if (done != 0) problems.add(where + ": done though it was refused");
        var again = work.order().get();
        tables.quiet(firm.tenant());
        boolean whole = again.status() == 202 && tables.number(work.done()) == RECORDS;
        if (!whole) problems.add(where + ": not done when it was ordered again: " + again.text());
    }

    /** Once no job is open and everything was heard; what a fault kept from being heard is told again. */
    private void settled() {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String open = "select count(*) from job where state in ('queued', 'running') and tenant_id = " + firm.tenant();
        while (tables.number(open) > 0) {
            assertThat(System.nanoTime()).as("the job ends").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        FaultSweepTest.settledEvents(tables);
        application.getBean(IncompleteEventPublications.class).resubmitIncompletePublications(event -> true);
        tables.quiet(firm.tenant());
    }

    private String state(Http.Answer answer) {
        return http.get("/api/v1/jobs/" + answer.json().path("id").asString())
                .json()
                .path("state")
                .asString();
    }

    private static String customers(String name, String condition) {
        return "select count(*) from customer where name like '" + name + "-%' and " + condition;
    }

    private String name() {
        return "故障" + made++;
    }

    private Http.Answer importOf(String name) {
        var file = new StringBuilder("客户名称\n");
        for (int i = 0; i < RECORDS; i++)
            file.append(name).append('-').append(i).append('\n');
        return Call.of("POST /api/v1/imports")
                .asking("object", "customer")
                .asking("duplicates", "skip")
                .uploading("a.csv", file.toString())
                .send(http);
    }

    private Work anImport() {
        String name = name();
        return new Work(() -> importOf(name), customers(name, "deleted_at is null"));
    }

    private Work anUndoneImport() {
        String name = name();
        return new Work(undoOf(importOf(name)), customers(name, "deleted_at is not null"));
    }

    private Http.Answer bulkChangeOf(String name, List<UUID> records) {
        return http.post("/api/v1/customers/bulk", Map.of("ids", records, "patch", Map.of("shortName", name)));
    }

    private List<UUID> records(String name) {
        var records = new ArrayList<UUID>();
        for (int i = 0; i < RECORDS; i++) records.add(firm.record("customer", Map.of("name", name + "-" + i)));
        return records;
    }

    private Work aBulkChange() {
        String name = name();
        var records = records(name);
        return new Work(() -> bulkChangeOf(name, records), customers(name, "short_name is not null"));
    }

    private Work anUndoneBulkChange() {
        String name = name();
        return new Work(undoOf(bulkChangeOf(name, records(name))), customers(name, "short_name is null"));
    }

    private Supplier<Http.Answer> undoOf(Http.Answer started) {
        tables.quiet(firm.tenant());
        return () -> http.post("/api/v1/jobs/" + started.json().path("id").asString() + "/undo", null);
    }
}
