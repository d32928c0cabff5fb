package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * G19: of two nodes the one that does a job dies, hangs or is stopped in its middle; the other takes the job over and it
 * takes effect once, also when the one that hung goes on. {@code -Dsafety.nodeRows=5000 -Dsafety.nodeFaults=12} for the full figure.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration AWAKE = Duration.ofSeconds(3);

    private static TwoNodes nodes;

    private enum Fate {
        KILLED {
            @Override
            void befall(ProgramProcess node) {
                node.kill();
            }

            @Override
            void end(ProgramProcess node) {
                node.start();
            }
        },
        HUNG {
            @Override
            void befall(ProgramProcess node) {
                node.hang();
            }

            @Override
            void end(ProgramProcess node) {
                node.wakeUp();
                LockSupport.parkNanos(AWAKE.toNanos());
            }
        },
        STOPPED {
            @Override
            void befall(ProgramProcess node) {
                node.stop();
            }

            @Override
            void end(ProgramProcess node) {
                node.start();
            }
        };

        abstract void befall(ProgramProcess node);

        abstract void end(ProgramProcess node);

        static Fate of(int number) {
            return values()[number % values().length];
        }
    }

    private final Random random = new Random(Counts.seed());
    private int taken;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes("two-nodes", Map.of());
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    @Test
    void aJobOfANodeThatDiesOrHangsTakesEffectOnce() {
        int rows = Counts.of("nodeRows", 2_000);
        int faults = Counts.of("nodeFaults", 4);
        for (int fault = 0; fault < faults; fault += 2) {
            String name = "双机公司" + fault + "-";
            String imported = startImport(name, rows);
            assertThat(afterwards(rows, imported, Fate.of(fault))
                            .path("created")
                            .asInt())
                    .isEqualTo(rows);
            String changed = startChange(name);
            assertThat(afterwards(rows, changed, Fate.of(fault + 1))
                            .path("done")
                            .asInt())
                    .isEqualTo(rows);
            check(name, rows, imported, changed);
        }
        System.out.println("two nodes: " + faults + " times a node died, hung or stopped in jobs of " + rows + " rows, "
                + taken + " jobs taken over, 0 rows lost or doubled");
        assertThat(taken).as("jobs taken over").isPositive();
    }

    /** The node that works on the job dies or hangs when a random number of rows is done; the other one does the rest. */
    private JsonNode afterwards(int rows, String job, Fate fate) {
        String victim = worker(job, random.nextInt(rows * 2 / 3));
        var node = nodes.named(victim);
        fate.befall(node);
        var other = victim.equals("a") ? nodes.b() : nodes.a();
        var ended = await(other.signIn(), job);
        fate.end(node);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        if (nodes.number("select run from job where id = '" + job + "'") > 1) taken++;
        return ended.path("result");
    }

    /** Which node works on the job, once it has done so many rows. */
    private static String worker(String job, int rows) {
        while (nodes.number("select done from job where id = '" + job + "'") < rows) pause();
        while (true) {
            var picked = nodes.column(
                    "select picked_by from scheduled_tasks where picked and task_instance like '%" + job + "'");
            if (!picked.isEmpty()) return picked.getFirst();
            if (nodes.column("select id from job where finished_at is null and id = '" + job + "'")
                    .isEmpty()) return "a";
            pause();
        }
    }

    private static JsonNode await(Http http, String job) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = http.get("/api/v1/jobs/" + job).json();
            if (!Set.of("queued", "running").contains(now.path("state").asString())) return now;
            assertThat(System.nanoTime()).as("the job ends").isLessThan(until);
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }

    private static String startImport(String name, int rows) {
        var text = new StringBuilder("客户名称\n");
        for (int i = 0; i < rows; i++) text.append(name).append(i).append('\n');
        var started = Call.of("POST /api/v1/imports")
                .asking("object", "customer")
                .uploading("a.csv", text.toString())
                .send(nodes.a().signIn());
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.json().path("id").asString();
    }

    private static String startChange(String name) {
        var order = Map.of("filter", "name=like=" + name, "patch", Map.of("address", "改过"));
        var started = nodes.b().signIn().post("/api/v1/customers/bulk", order);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.json().path("id").asString();
    }

    private static void check(String name, int rows, String imported, String changed) {
        String ours = " from customer where name like '" + name + "%'";
        assertThat(nodes.number("select count(*)" + ours)).isEqualTo(rows);
        assertThat(nodes.number("select count(distinct name)" + ours)).isEqualTo(rows);
        assertThat(nodes.number("select count(*)" + ours + " and address = '改过' and version = 2"))
                .isEqualTo(rows);
        for (String job : Set.of(imported, changed)) {
            assertThat(nodes.number("select count(*) from change where job_id = '" + job + "'"))
                    .isEqualTo(rows);
            assertThat(nodes.number("select done from job where id = '" + job + "'"))
                    .isEqualTo(rows);
        }
    }
}
