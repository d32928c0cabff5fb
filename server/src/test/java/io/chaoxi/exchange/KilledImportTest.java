package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.KilledRuns;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class KilledImportTest {
    private static final int ROWS = 12_000;

    @Autowired
    ApplicationContext application;

    private static byte[] file(int from, int rows) {
        var text = new StringBuilder("客户名称,电话,简称\n");
        for (int i = from; i < from + rows; i++) {
            text.append("续传公司").append(i).append(",");
            text.append(i % 10 == 3 ? "12" : "138%08d".formatted(i))
                    .append(",s")
                    .append(i)
                    .append("\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ImportOrder order(Firm firm, byte[] file, boolean dry) {
        UUID upload = firm.administrator()
                .as(() -> application
                        .getBean(StoredFiles.class)
                        .upload("customer", "a.csv", new ByteArrayInputStream(file))
                        .id());
        return new ImportOrder(upload, "a.csv", "customer", Map.of(), "skip", null, null, List.of(), dry, null);
    }

    private List<String> names(Firm firm) {
        return firm.administrator().as(() -> {
            var reading = application.getBean(RecordReading.class);
            var catalogue = application.getBean(Catalogues.class).of("customer");
            List<String> names = new ArrayList<>();
            String after = null;
            do {
                var query = new RecordQuery("", "", "", List.of("name"), RecordQuery.LARGEST_PAGE, after, false);
                var page = reading.walk(catalogue, query, reading.asked(catalogue, List.of("name")), 2_000);
                page.rows().forEach(row -> names.add((String) row.values().get("name")));
                after = page.next();
            } while (after != null);
            return names;
        });
    }

    @Test
    void losesAndDoublesNoRowHoweverOftenItIsKilled() {
        Firm firm = Firm.found(application);
        var runs = new KilledRuns(application, firm.administrator().actor(), 20261121, 2);
        UUID job = runs.job("import", "customer", order(firm, file(0, ROWS), false));
        var result = runs.run(job, "import");

        assertThat(runs.kills()).isGreaterThan(10);
        assertThat(result).containsEntry("created", ROWS * 9L / 10).containsEntry("refused", ROWS / 10L);
        var names = names(firm);
        assertThat(names).hasSize(ROWS * 9 / 10);
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        var http = firm.administrator().http();
        var files = http.get("/api/v1/jobs/" + job).json().path("files");
        assertThat(files.size()).isEqualTo(1);
    }

    @Test
    void tellsHowManyRowsThereAreBeforeItWritesTheFirst() {
        Firm firm = Firm.found(application);
        var http = firm.administrator().http();
        var runs = new KilledRuns(application, firm.administrator().actor(), 1, 1_000_000);
        UUID job = runs.job("import", "customer", order(firm, file(0, 1_200), false));
        var told = new ArrayList<JsonNode>();
        int untilTheRowsAreKnown = 4;
        runs.afterSteps(
                untilTheRowsAreKnown,
                () -> told.add(http.get("/api/v1/jobs/" + job).json().path("progress")));
        runs.run(job, "import");
        assertThat(told.getFirst().path("done").asLong()).isZero();
        assertThat(told.getFirst().path("total").asLong()).isEqualTo(1_200);
        var end = http.get("/api/v1/jobs/" + job).json().path("progress");
        assertThat(end.path("done").asLong()).isEqualTo(1_200);
    }

    @Test
    void twoImportsOfTheSameFileAtOnceMakeEachRecordOnce() throws Exception {
        Firm firm = Firm.found(application);
        var runs = new KilledRuns(application, firm.administrator().actor(), 1, 1_000_000);
        byte[] file = file(0, 5_000);
        UUID one = runs.job("import", "customer", order(firm, file, false));
        UUID other = runs.job("import", "customer", order(firm, file, false));
        var first = CompletableFuture.supplyAsync(() -> runs.run(one, "import"));
        var second = CompletableFuture.supplyAsync(() -> runs.run(other, "import"));
        long created = (Long) first.get().get("created") + (Long) second.get().get("created");
        assertThat(created).isEqualTo(4_500);
        assertThat(names(firm)).hasSize(4_500).doesNotHaveDuplicates();
    }

    @Test
    void anExportThatWasKilledIsWholeAndCountsOnce() {
        Firm firm = Firm.found(application);
        var calm = new KilledRuns(application, firm.administrator().actor(), 1, 1_000_000);
        calm.run(calm.job("import", "customer", order(firm, file(0, 10_000), false)), "import");
        var runs = new KilledRuns(application, firm.administrator().actor(), 5, 3);
        var order = new ExportOrder("customer", "", "", "name", List.of("name", "phone"), Set.of(), "csv");
        UUID job = runs.job("export", "customer", order);
        assertThat(runs.run(job, "export")).containsEntry("rows", 9_000L);
        assertThat(runs.kills()).isPositive();
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        Long left = firm.administrator()
                .as(() -> transaction.execute(
                        tx -> application.getBean(ExportVolume.class).left()));
        assertThat(left).isEqualTo(200_000 - 9_000);
    }
}
