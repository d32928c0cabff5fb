package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.EmbeddedPostgres;
import io.chaoxi.testing.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * G16: the disk of the kept files, of the database's tables, or of everything is full while people write. Each is told so,
 * nothing acknowledged is lost, reads go on while the database lives, and with space service comes back by itself;
 * {@code -Dsafety.fullDisks=5} for the full figure.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
    private static final int WRITERS = 8;
    private static final double BACK_IN_SECONDS = 30;
    private static final Duration LONG_FULL = Duration.ofSeconds(Counts.of("fullDisks", 1) > 1 ? 10 : 1);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Path HOME = Path.of("target/test-home/full-disk").toAbsolutePath();
    private static final int TIMES = Counts.of("fullDisks", 1);

    private static ProgramProcess program;
    private static SmallDisk all;
    private static SmallDisk tables;
    private static SmallDisk files;
    private static Http http;

    @BeforeAll
    static void start() {
        assumeTrue(SmallDisk.possible(), "No right to mount a small disk: run as root");
        all = SmallDisk.over(HOME, 500);
        files = SmallDisk.over(HOME.resolve("files"), 4);
        program = new ProgramProcess("full-disk", Map.of());
        program.start();
        program.stop();
        tables = SmallDisk.over(HOME.resolve("database/base"), 160);
        program.start();
        http = program.signIn();
    }

    @AfterAll
    static void end() {
        if (program != null) program.stop();
        for (SmallDisk disk : new SmallDisk[] {tables, files, all}) {
            if (disk != null) disk.close();
        }
    }

    @Test
    void aFileThatFindsNoPlaceIsRefusedAndLeavesNothing() throws Exception {
        files.fill();
        var customer = http.post("/api/v1/customers", Map.of("name", "没有地方")).json();
        String place = "/api/v1/customers/" + customer.path("id").asString() + "/files";
        var refused = http.upload(place, "a.txt", "字".repeat(50_000));
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("diskFull");
        assertThat(http.get(place).json().path("items")).isEmpty();
        String job = export();
        var failed = ended(job);
        assertThat(failed.at("/state").asString()).as(failed.toString()).isEqualTo("failed");
        assertThat(failed.at("/problem/code").asString()).isEqualTo("diskFull");
        files.free();
        assertThat(drafts()).isEmpty();
        assertThat(http.upload(place, "a.txt", "字".repeat(50_000)).status()).isEqualTo(201);
        assertThat(ended(export()).at("/state").asString()).isEqualTo("done");
        System.out.println("full disk of the files: an upload and an export refused (diskFull), nothing left of them");
    }

    private static String export() {
        var ordered =
                http.post("/api/v1/exports", Map.of("object", "customer", "format", "csv", "fields", List.of("name")));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        return ordered.json().path("id").asString();
    }

    private static tools.jackson.databind.JsonNode ended(String job) {
        while (true) {
            var now = http.get("/api/v1/jobs/" + job).json();
            if (!now.path("finishedAt").isNull()) return now;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<Path> drafts() throws IOException {
        try (var found = Files.walk(HOME.resolve("files"))) {
            return found.filter(file -> file.getParent().endsWith("drafts")).toList();
        }
    }

    @Test
    void readsGoOnWhileTheTablesFindNoPlace() throws Exception {
        try (var readers = new Readers(http);
                var writers = new Writers(WRITERS, () -> http)) {
            double back = 0;
            for (int time = 0; time < TIMES; time++) {
                LockSupport.parkNanos(CALM.toNanos());
                back = Math.max(back, back(tables, writers, () -> {}));
            }
            writers.close();
            readers.close();
            told("full disk of the tables", writers, back);
            System.out.println("full disk of the tables: " + readers.answered() + " reads meanwhile, "
                    + readers.failed() + " failed");
            assertThat(readers.answered()).isPositive();
            assertThat(readers.failed()).isZero();
        }
    }

    @Test
    void serviceComesBackWhenAFullDiskStoppedTheDatabase() throws Exception {
        try (var writers = new Writers(WRITERS, () -> http)) {
            double back = 0;
            for (int time = 0; time < TIMES; time++) {
                LockSupport.parkNanos(CALM.toNanos());
                String before = server();
                back = Math.max(back, back(all, writers, FullDiskTest::useUpTheLog));
                assertThat(server()).as("the database was stopped by it").isNotEqualTo(before);
            }
            writers.close();
            told("full disk of everything", writers, back);
        }
    }

    /** The disk is full until the writers have noticed, then has space; seconds until all is well. */
    private static double back(SmallDisk disk, Writers writers, Runnable meanwhile) {
        long since = System.nanoTime();
        disk.fill();
        meanwhile.run();
        while (writers.sent().stream().noneMatch(one -> one.began() > since && !one.acknowledged())) {
            disk.fill();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        LockSupport.parkNanos(LONG_FULL.toNanos());
        long space = System.nanoTime();
        disk.free();
        return writers.secondsOfFailures(space, CALM);
    }

    /** Until the server's write-ahead log wants a new file, finds no place, and the server ends itself. */
    private static void useUpTheLog() {
        for (int i = 0; i < 200; i++) {
            try (var connection = superuser().connect();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_logical_emit_message(false, 'fill', repeat('x', 4000000))");
            } catch (SQLException down) {
                return;
            }
        }
    }

    /** Its process and when it was started. */
    private static String server() throws IOException {
        var lines = Files.readAllLines(HOME.resolve("database/postmaster.pid"));
        return lines.get(0) + " " + lines.get(2);
    }

    private static DatabaseAccount superuser() {
        var app = EmbeddedPostgres.running(HOME, "chaoxi", "superuser").orElseThrow();
        return new DatabaseAccount(app.url(), "postgres", app.password());
    }

    private static void told(String what, Writers writers, double back) throws SQLException {
        var there = versions();
        var lost = writers.acknowledged().entrySet().stream()
                .filter(one -> there.getOrDefault(one.getKey(), 0L) < one.getValue())
                .toList();
        var failed = writers.sent().stream().filter(one -> !one.acknowledged()).toList();
        double longest =
                writers.sent().stream().mapToDouble(Writers.Sent::seconds).max().orElse(0);
        System.out.printf(
                "%s: %d times, %d writes acknowledged, %d lost, %d refused, back %.1f s after there was space, longest request %.1f s%n",
                what, TIMES, writers.sent().size() - failed.size(), lost.size(), failed.size(), back, longest);
        assertThat(lost).isEmpty();
        assertThat(failed).isNotEmpty().allMatch(Writers.Sent::saysWhy);
        if (TIMES > 1) assertThat(back).isLessThanOrEqualTo(BACK_IN_SECONDS);
    }

    private static Map<String, Long> versions() throws SQLException {
        var found = new HashMap<String, Long>();
        try (var connection = superuser().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, version from customer")) {
            while (rows.next()) found.put(rows.getString(1), rows.getLong(2));
        }
        return found;
    }
}
