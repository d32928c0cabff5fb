package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * G23: mixed work for a while, in slices; after each the program is left alone for a moment and what it still holds must be
 * what it held after the first. {@code -Dsafety.soakSeconds=600} for a slice of the full figure; eight hours are 28800.
 */
class SoakTest {
    private static final int SECONDS = Counts.of("soakSeconds", 9);
    private static final int SLICES = 5;
    private static final int SMALL_SLICES = 3;
    private static final int WRITERS = 4;
    private static final int PAGES = 5;
    private static final Duration REST = Duration.ofSeconds(3);
    private static final double MORE_HEAP = SECONDS >= 600 ? 12 : 40;
    private static final long MORE_HANDLES = 16;

    private final List<Vitals> vitals = new ArrayList<>();
    private long requests;
    private long refused;
    private int jobs;

    @Test
    void heapAndConnectionsStayFlat() throws Exception {
        int slices = SECONDS < 60 ? SMALL_SLICES : SLICES;
        try (var database = TestDatabase.create();
                var program = new ProgramProcess(
                        "soak-" + database.name(),
                        ProgramProcess.on(database, database.app().url()))) {
            program.start();
            var work = new Work(program.signIn(), program.port());
            for (int slice = 0; slice < slices; slice++) {
                long until =
                        System.nanoTime() + Duration.ofSeconds(SECONDS / slices).toNanos();
                slice(work, slice, until);
                LockSupport.parkNanos(REST.toNanos());
                vitals.add(Vitals.of(program, database));
                System.out.println("soak, slice " + slice + ": " + vitals.getLast());
            }
        }
        System.out.println("soak: " + SECONDS + " s in " + slices + " slices, " + requests + " requests, " + refused
                + " refused, " + jobs + " jobs; after the first slice " + vitals.getFirst() + "; at the end "
                + vitals.getLast());
        check();
    }

    private void slice(Work work, int slice, long until) throws Exception {
        try (var writers = new Writers(WRITERS, work::http);
                var readers = new Readers(work.http());
                var pages = new OpenPages(PAGES, work.http(), work.port())) {
            var ordering = CompletableFuture.runAsync(() -> order(work, "浸泡" + slice + "-", until));
            while (System.nanoTime() < until)
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            ordering.join();
            writers.close();
            readers.close();
            var failed =
                    writers.sent().stream().filter(one -> !one.acknowledged()).toList();
            requests += writers.sent().size() + readers.answered() + readers.failed();
            refused += failed.size() + readers.failed();
            assertThat(failed).as("a busy machine answers 503").allMatch(Writers.Sent::saysWhy);
        }
    }

    /** Long work of every kind, one after the other, and people who come and go. */
    private void order(Work work, String name, long until) {
        for (int round = 0; System.nanoTime() < until; round++) {
            String prefix = name + round + "-";
            work.done(work.importCustomers(prefix, 200));
            work.done(work.change("name=like=" + prefix, "改过"));
            work.done(work.export(round % 2 == 0 ? "csv" : "xlsx", "name=like=" + name));
            jobs += 3;
            ProgramProcess.signIn(work.port()).delete("/api/v1/session");
            var nameless = Work.patiently(() -> work.http().post("/api/v1/customers", Map.of("name", "")));
            assertThat(nameless.status()).isEqualTo(422);
        }
    }

    private void check() {
        var first = vitals.getFirst();
        for (Vitals later : vitals) {
            assertThat(later.heap()).as("MB of heap").isLessThan(first.heap() + MORE_HEAP);
            assertThat(later.descriptors()).as("descriptors").isLessThan(first.descriptors() + MORE_HANDLES);
            assertThat(later.threads()).as("threads").isLessThan(first.threads() + MORE_HANDLES);
            assertThat(later.connections()).as("connections").isLessThanOrEqualTo(MOST_CONNECTIONS);
        }
    }

    /** The pool's sixteen and the one that listens for signals. */
    private static final int MOST_CONNECTIONS = 17;
}
