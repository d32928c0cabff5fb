package io.chaoxi.pool;

import static chaoxi.tables.Tables.CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.FaultyDataSource;
import io.chaoxi.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Returns beside follow-ups, other runs and faults. */
class ReturnRaceTest extends ReturningFirm {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Autowired
    DataSource source;

    @Autowired
    TestDatabase tests;

    private FaultyDataSource faulty() {
        return (FaultyDataSource) source;
    }

    private List<UUID> due(int records) {
        moveTo(MONDAY, 9);
        rule(standard, Map.of("days", 5));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < records; i++) ids.add(owned("到期" + i, i % 2 == 0 ? member : other));
        pass(6);
        return ids;
    }

    private int returnsOf(UUID id) {
        return asProgram(() -> database.fetchCount(CHANGE, CHANGE.RECORD_ID.eq(id), CHANGE.KIND.eq("returned")));
    }

    @Test
    void aFollowUpOfTheLastSecondWins() throws ExecutionException, InterruptedException {
        UUID id = due(1).getFirst();
        var written = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var touch = threads.submit(() -> firm.administrator()
                    .as(() -> new TransactionTemplate(transactions).execute(status -> {
                        touched(id, "call");
                        written.countDown();
                        await(looked);
                        return id;
                    })));
            await(written);
            assertThat(run().returned()).as("left to who writes it").isZero();
            looked.countDown();
            touch.get();
        }
        assertThat(run().returned()).isZero();
        assertThat(ownerOf(id)).isEqualTo(member.id());
        assertThat(lastDay(id)).isEqualTo(today().plusDays(5));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoRunsAtOnceReturnEachOnce() throws ExecutionException, InterruptedException {
        List<UUID> ids = due(40);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(this::run);
            var other = threads.submit(this::run);
            one.get();
            other.get();
        }
        run();
        assertThat(ids).allMatch(id -> ownerOf(id) == null).allMatch(id -> returnsOf(id) == 1);
    }

    @Test
    void aRuleIsNotChangedWhileAFollowUpGoesByIt() throws ExecutionException, InterruptedException {
        UUID id = due(1).getFirst();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changing = firm.administrator()
                    .as(() -> new TransactionTemplate(transactions).execute(status -> {
                        touched(id, "call");
                        var rule = threads.submit(() -> rule(standard, Map.of("days", 20)));
                        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                        assertThat(rule.isDone()).isFalse();
                        return rule;
                    }));
            changing.get();
        }
        assertThat(lastDay(id)).isEqualTo(today().plusDays(20));
    }

    @Test
    void aFaultLeavesNothingHalfDone() {
        List<UUID> ids = due(4);
        int faults = 0;
        for (int statement = 3; statement < 60; statement += 2) {
            var fault = faulty().armHere(firm.tenant(), statement);
            try {
                run();
            } catch (RuntimeException struck) {
                faults++;
            } finally {
                faulty().disarm();
            }
            for (UUID id : ids) assertThat(returnsOf(id) == 1).isEqualTo(ownerOf(id) == null);
            if (!fault.struck()) break;
        }
        assertThat(faults).isGreaterThan(5);
        run();
        assertThat(ids).allMatch(id -> ownerOf(id) == null).allMatch(id -> returnsOf(id) == 1);
        assertTold(member, counted(2) + "没人跟进");
    }

    @Test
    void whoIsDueIsFoundAlongTheIndexOfThatMoment() throws SQLException {
        String when = " <= now() and deleted_at is null and tenant_id = " + firm.tenant();
        for (var index : Map.of("return_at", object() + "_return", "warn_at", object() + "_warn")
                .entrySet()) {
            String sql = "select id from " + object() + " where " + index.getKey() + when + " order by "
                    + index.getKey() + ", id limit 500";
            try (var connection = tests.app().connect();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; set app.tenant = '"
                                + firm.tenant() + "'");
                var plan = new StringBuilder();
                try (var rows = statement.executeQuery("explain " + sql)) {
                    while (rows.next()) plan.append(rows.getString(1)).append('\n');
                }
                assertThat(plan.toString())
                        .contains("using " + index.getValue())
                        .doesNotContain("Sort");
            }
        }
    }

    @Test
    void nothingDueIsOneLook() {
        due(2);
        run();
        assertThat(asProgram(() -> database.fetchCount(
                        type().table(), type().column("return_at").isNotNull())))
                .isZero();
        var fault = faulty().arm(firm.tenant(), 5);
        try {
            assertThat(run()).isEqualTo(new ReturnRound.Done(0, 0));
        } finally {
            faulty().disarm();
        }
        assertThat(fault.struck()).isFalse();
    }
}
