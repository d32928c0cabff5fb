package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The program is killed from outside, as power cuts and operators do, and started again. G12: an import goes on by
 * itself, no row lost, none doubled; {@code -Dsafety.rows=100000 -Dsafety.kills=50} for the full figure. G9: however
 * often a request with an Idempotency-Key is sent around the kills, it has one effect and one answer;
 * {@code -Dsafety.keys=1000 -Dsafety.copies=20}.
 */
class KilledProgramTest {
    private static final int CALLERS = 16;

    private static MortalProgram program;
    private static Http http;

    @BeforeAll
    static void start() {
        program = new MortalProgram();
        http = program.signIn();
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @Test
    void anImportGoesOnAndLosesAndDoublesNoRow() {
        int rows = Counts.of("rows", 6_000);
        int kills = Counts.of("kills", 3);
        int before = program.kills();
        String job = startImport(rows);
        for (int at : moments(rows, kills)) {
            await(job, at);
            program.killAndStart();
        }
        var result = await(job, Integer.MAX_VALUE);
        assertThat(result.path("state").asString()).as(result.toString()).isEqualTo("done");
        var counted = program.numbers(
                "select count(*), count(distinct name), count(distinct phone) from customer where name like '断电公司%'",
                3);
        System.out.println("killed imports: " + (program.kills() - before) + " kills in " + rows + " rows");
        assertThat(program.kills() - before).isEqualTo(kills);
        assertThat(counted).containsOnly((long) rows);
        assertThat(result.at("/result/created").asInt()).isEqualTo(rows);
    }

    private static String startImport(int rows) {
        var text = new StringBuilder("客户名称,电话\n");
        for (int i = 0; i < rows; i++) text.append("断电公司%d,138%08d\n".formatted(i, i));
        String part = "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var started = http.with("Content-Type", "multipart/form-data; boundary=edge")
                .post(
                        "/api/v1/imports",
                        part.formatted("object", "", "customer")
                                + part.formatted("file", "; filename=\"a.csv\"", text)
                                + "--edge--\r\n");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.json().path("id").asString();
    }

    /** Random numbers of rows, rising: the program dies when so many are done, wherever it then is. */
    private static int[] moments(int rows, int kills) {
        return new Random(Counts.seed()).ints(kills, 0, rows * 9 / 10).sorted().toArray();
    }

    /** The job once it has done so many rows, or has ended; then a moment more, so that each death finds it elsewhere. */
    private static tools.jackson.databind.JsonNode await(String job, int rows) {
        while (true) {
            var now = http.get("/api/v1/jobs/" + job).json();
            if (!Set.of("queued", "running").contains(now.path("state").asString())) return now;
            if (now.at("/progress/done").asInt() >= rows) {
                LockSupport.parkNanos(Duration.ofMillis(rows % 250).toNanos());
                return now;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void aRequestSentManyTimesHasOneEffectAndOneAnswer() throws Exception {
        int keys = Counts.of("keys", 60);
        int copies = Counts.of("copies", 5);
        int kills = Math.max(2, Counts.of("kills", 3) / 2);
        var answers = new ConcurrentHashMap<String, Set<String>>();
        var answered = new AtomicInteger();
        var sent = new ArrayList<Future<?>>();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (String key : shuffled(keys, copies)) {
                sent.add(callers.submit(() -> {
                    answers.computeIfAbsent(key, fresh -> ConcurrentHashMap.newKeySet())
                            .add(made(key));
                    answered.incrementAndGet();
                }));
            }
            for (int kill = 1; kill <= kills; kill++) {
                int until = keys * copies * kill / (kills + 1);
                while (answered.get() < until)
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                program.killAndStart();
            }
            for (var one : sent) one.get();
        }
        System.out.println("idempotency: " + keys + " keys, " + copies + " copies, " + kills + " kills");
        assertThat(answers).hasSize(keys);
        assertThat(answers.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        var counted = program.numbers("select count(*), count(distinct name) from customer where name like '唯一公司%'", 2);
        assertThat(counted).containsOnly((long) keys);
    }

    private static List<String> shuffled(int keys, int copies) {
        var all = new ArrayList<>(IntStream.range(0, keys * copies)
                .mapToObj(i -> "key-" + i % keys)
                .toList());
        java.util.Collections.shuffle(all, new Random(Counts.seed()));
        return all;
    }

    /** Sends until somebody answers, as a careful program does, and says which record it was told of. */
    private static String made(String key) {
        while (true) {
            try {
                var answer = http.with("Idempotency-Key", key).post("/api/v1/customers", Map.of("name", "唯一公司" + key));
                if (answer.status() == 201) return answer.json().path("id").asString();
                if (answer.status() < 500 && answer.status() != 429) throw new AssertionError(answer.text());
            } catch (UncheckedIOException dead) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }
}
