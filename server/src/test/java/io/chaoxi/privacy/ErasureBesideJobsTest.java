package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.job.KilledRuns;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A job that read somebody before he was erased, and keeps what it read afterwards. */
@ApplicationTest
class ErasureBesideJobsTest {
    private static final String NAME = "同行的欧阳";
    private static final String PHONE = "13912340066";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private final AtomicReference<JsonNode> erasure = new AtomicReference<>();

    Firm firm;
    Http admin;
    KilledRuns runs;
    UUID contact;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        runs = new KilledRuns(application, firm.administrator().actor(), 7, 1_000_000);
        UUID customer = firm.record("customer", Map.of("name", "同行公司"));
        contact = firm.record("contact", Map.of("name", NAME, "customer", customer, "phone", "+86" + PHONE));
    }

    private void erase() {
        var answer = admin.post(
                "/api/v1/privacy/contact/" + contact + "/erase", Map.of("name", NAME, "reason", Somebody.REASON));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        erasure.set(answer.json());
        Instant end = Instant.now().plusSeconds(60);
        while (admin.get("/api/v1/contacts/" + contact).status() != 404) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }

    private List<String> holding(String text) throws SQLException {
        try (var dump = new Dump(database, firm.tenant())) {
            return dump.holding(text);
        }
    }

    private List<String> files() throws SQLException {
        try (var dump = new Dump(database, firm.tenant())) {
            return dump.column(
                    "select name from stored_file where deleted_at is null and tenant_id = " + firm.tenant());
        }
    }

    private void end(UUID job) {
        database.arrange("update job set state = 'done', finished_at = now() where id = '" + job + "'");
    }

    private void waitsFor(UUID job) {
        String path = "/api/v1/jobs/" + erasure.get().path("id").asString();
        assertThat(admin.get(path).json().path("state").asString()).isIn("queued", "running");
        end(job);
        assertThat(Jobs.ended(admin, erasure.get()).path("state").asString()).isEqualTo("done");
    }

    @Test
    void anExportThatHadReadHimLeavesNoFile() throws Exception {
        UUID job = runs.job(
                "export",
                "contact",
                Map.of(
                        "object",
                        "contact",
                        "filter",
                        "",
                        "q",
                        "",
                        "sort",
                        "",
                        "format",
                        "csv",
                        "fields",
                        List.of("name", "phone"),
                        "ids",
                        List.of()));
        runs.afterSteps(6, this::erase);
        assertThat(runs.run(job, "export")).containsEntry("rows", 1L);
        assertThat(erasure.get()).isNotNull();
        assertThat(files()).hasSize(1);
        waitsFor(job);
        assertThat(files()).isEmpty();
        assertThat(holding(NAME)).isEmpty();
        assertThat(holding(PHONE)).isEmpty();
    }

    @Test
    void anImportOnItsWayLeavesNeitherItsRefusedRowsNorTheirSheet() throws Exception {
        String sheet = "姓名,客户,手机\n" + NAME + ",没有这家公司," + PHONE + "\n";
        String upload = admin.upload("/api/v1/imports/preview?object=contact", "联系人.csv", sheet)
                .json()
                .path("upload")
                .asString();
        UUID job = runs.job(
                "import",
                "contact",
                Map.of(
                        "upload",
                        upload,
                        "object",
                        "contact",
                        "file",
                        "联系人.csv",
                        "duplicates",
                        "skip",
                        "mapping",
                        Map.of(),
                        "tags",
                        List.of(),
                        "dryRun",
                        false));
        runs.afterSteps(11, this::erase);
        runs.run(job, "import");
        assertThat(erasure.get()).isNotNull();
        assertThat(files()).containsExactly("refused.xlsx");
        waitsFor(job);
        assertThat(files()).isEmpty();
        assertThat(holding(NAME)).isEmpty();
        assertThat(holding(PHONE)).isEmpty();
    }

    /** Killed wherever it may be, it goes on, and keeps nothing of him when it has ended. */
    @Test
    void anErasureThatIsKilledAgainAndAgainEnds() throws Exception {
        var deadly = new KilledRuns(application, firm.administrator().actor(), 11, 3);
        UUID job = deadly.job("erasure", "contact", Map.of("record", contact.toString(), "reason", Somebody.REASON));
        assertThat(deadly.run(job, "erasure")).containsEntry("done", 1);
        assertThat(deadly.kills()).isPositive();
        assertThat(holding(NAME)).isEmpty();
        assertThat(holding(PHONE)).isEmpty();
    }
}
