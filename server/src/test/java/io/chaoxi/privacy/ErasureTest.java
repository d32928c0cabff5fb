package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ErasureTest {
    private static final String CONTACTS = "/api/v1/contacts/";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    CrmSettings settings;

    private final Instant began = Instant.now().minusSeconds(1);

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    @Test
    void leavesNoValueInAnyTableOrFile() throws Exception {
        var somebody = new Somebody(firm);
        try (var dump = new Dump(database, firm.tenant())) {
            patient(() -> holding(dump, Somebody.NAME).contains("notification"));
            for (String value : Somebody.VALUES)
                assertThat(dump.holding(value)).as(value).isNotEmpty();
            assertThat(files(Somebody.NAME)).isNotEmpty();
            var job = somebody.ended(somebody.erase(Somebody.NAME).json());
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
            assertThat(job.path("progress").path("done").asLong()).isEqualTo(2);
            for (String value : Somebody.VALUES) {
                assertThat(dump.holding(value)).as(value).isEmpty();
                assertThat(files(value)).as(value).isEmpty();
            }
        }
    }

    @Test
    void takesViewsThatSearchForHimAndHisNumberOutOfTheNamesOfOthers() {
        var somebody = new Somebody(firm);
        somebody.ended(somebody.erase(Somebody.NAME).json());
        assertThat(admin.get("/api/v1/views/contact").json().path("items").findValuesAsString("name"))
                .containsExactly("试迹视图");
        var view = admin.get("/api/v1/views/customer").json().path("items").path(0);
        assertThat(view.path("name").asString()).isEqualTo("打 ［已删除］ 的");
        assertThat(view.path("filter").asString()).isEqualTo("name=like=试迹");
    }

    @Test
    void leavesViewsThatSeekOthersWhoseNamesHoldHis() {
        UUID customer = firm.record("customer", Map.of("name", "视图公司"));
        var one = contact(customer, "李明");
        var latin = contact(customer, "li");
        view("李明辉的", "name=like=李明辉");
        view("李明的客户", "name=like=别人");
        view("只找他", "jobTitle==经理,name==李明");
        view("其他", "name=like=\"Oliver\"");
        erased(one, "李明");
        erased(latin, "li");
        var items = admin.get("/api/v1/views/contact").json().path("items");
        assertThat(items.findValuesAsString("name")).containsExactlyInAnyOrder("李明辉的", "［已删除］的客户", "其他");
        assertThat(items.findValuesAsString("filter"))
                .containsExactlyInAnyOrder("name=like=李明辉", "name=like=别人", "name=like=\"Oliver\"");
    }

    private void view(String name, String filter) {
        var made = admin.post("/api/v1/views/contact", Map.of("name", name, "filter", filter));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void erased(String contact, String name) {
        var order = Map.of("name", name, "reason", Somebody.REASON);
        var job = Jobs.ended(
                admin,
                admin.post("/api/v1/privacy/contact/" + contact + "/erase", order)
                        .json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
    }

    private static List<String> holding(Dump dump, String value) {
        try {
            return dump.holding(value);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void patient(java.util.function.BooleanSupplier until) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The firm's files that hold the text as it is, and every sheet in which nobody sees it from outside. */
    private List<Path> files(String text) {
        Path folder = settings.home().resolve("files").resolve(String.valueOf(firm.tenant()));
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of firms that earlier runs founded may lie there still. */
    private boolean holds(Path file, String text) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(began)) return false;
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return content.startsWith("PK")
                    || content.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsWhoChangedWhichFieldWhenAndWhoErasedItWhy() throws Exception {
        var somebody = new Somebody(firm);
        somebody.ended(somebody.erase(Somebody.NAME).json());
        try (var dump = new Dump(database, firm.tenant())) {
            var past = dump.column("select kind || ' ' || coalesce(changes::text, '') from change where record_id = '"
                    + somebody.id + "' order by id");
            assertThat(past).anyMatch(line -> line.startsWith("created"));
            assertThat(past).anyMatch(line -> line.startsWith("changed") && line.contains("\"phone\""));
            assertThat(past).noneMatch(line -> line.contains("\"to\"") || line.contains("\"from\""));
            assertThat(past.getLast()).startsWith("erased");
            assertThat(dump.column("select detail::text from access_log where action = 'personErased' and record_id = '"
                            + somebody.id + "'"))
                    .containsExactly("{\"reason\": \"consentWithdrawn\"}");
        }
        assertThat(admin.get("/api/v1/audit").text()).contains("personErased");
    }

    @Test
    void theSecondTimeFindsNobody() {
        var somebody = new Somebody(firm);
        somebody.ended(somebody.erase(Somebody.NAME).json());
        assertThat(somebody.erase(Somebody.NAME).status()).isEqualTo(404);
        assertThat(admin.get(CONTACTS + somebody.id).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/search?q=13912345678").text()).doesNotContain(somebody.id);
    }

    @Test
    void twoOrdersAtOnceEndWithOneErasure() {
        var somebody = new Somebody(firm);
        var first = somebody.erase(Somebody.NAME).json();
        var second = somebody.erase(Somebody.NAME);
        var states = List.of(
                somebody.ended(first).path("state").asString(),
                second.status() == 404
                        ? "failed"
                        : somebody.ended(second.json()).path("state").asString());
        assertThat(states).containsExactlyInAnyOrder("done", "failed");
    }

    @Test
    void wantsTheNameTheReasonAndTheRight() {
        var somebody = new Somebody(firm);
        assertThat(somebody.erase("别人").json().toString()).contains("nameDiffers");
        String path = "/api/v1/privacy/contact/" + somebody.id + "/erase";
        assertThat(admin.post(path, Map.of("name", Somebody.NAME, "reason", "just so"))
                        .status())
                .isEqualTo(422);
        var manager = firm.person("manager").http();
        assertThat(manager.post(path, Map.of("name", Somebody.NAME, "reason", Somebody.REASON))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(
                                "/api/v1/privacy/customer/" + somebody.customer + "/erase",
                                Map.of("name", "试迹公司", "reason", Somebody.REASON))
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(CONTACTS + somebody.id).status()).isEqualTo(200);
    }

    @Test
    void theIdOfARecordThatWasMergedAwayLeadsToThePerson() {
        UUID customer = firm.record("customer", Map.of("name", "合并公司"));
        String stays = contact(customer, "留下的人");
        String gone = contact(customer, "并走的人");
        var merge = admin.post(
                "/api/v1/contacts/merges",
                Map.of(
                        "survivor",
                        Map.of("id", stays, "version", 1),
                        "others",
                        List.of(Map.of("id", gone, "version", 1))));
        assertThat(merge.status()).isEqualTo(201);
        String path = "/api/v1/privacy/contact/" + gone + "/erase";
        var started = admin.post(path, Map.of("name", "留下的人", "reason", Somebody.REASON));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        patient(() -> admin.get(CONTACTS + stays).status() == 404);
        assertThat(admin.post("/api/v1/merges/" + merge.json().path("id").asString() + "/undo", null)
                        .status())
                .isEqualTo(404);
    }

    private String contact(UUID customer, String name) {
        return firm.record("contact", Map.of("name", name, "customer", customer))
                .toString();
    }

    @Test
    void whoReportedToHimReportsToHisSuperior() {
        UUID customer = firm.record("customer", Map.of("name", "上下公司"));
        UUID top = UUID.fromString(contact(customer, "上面的人"));
        UUID middle = firm.record("contact", Map.of("name", "中间的人", "customer", customer, "reportsTo", top));
        UUID below = firm.record("contact", Map.of("name", "下面的人", "customer", customer, "reportsTo", middle));
        var path = "/api/v1/privacy/contact/" + middle + "/erase";
        admin.post(path, Map.of("name", "中间的人", "reason", Somebody.REASON));
        patient(() -> admin.get(CONTACTS + middle).status() == 404);
        assertThat(admin.get(CONTACTS + below)
                        .json()
                        .path("reportsTo")
                        .path("id")
                        .asString())
                .isEqualTo(top.toString());
    }

    /** Whoever writes at the same moment is either swept along or told that there is nobody any more. */
    @Test
    void editsAtTheSameMomentLeaveNothing() throws Exception {
        UUID customer = firm.record("customer", Map.of("name", "同时公司"));
        String id = contact(customer, "同时的人");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var dump = new Dump(database, firm.tenant())) {
            var edits = threads.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    long version =
                            admin.get(CONTACTS + id).json().path("version").asLong(1);
                    admin.patch(CONTACTS + id, version, Map.of("remark", "同时写的备注" + i));
                    admin.post(CONTACTS + id + "/comments", Map.of("text", "同时写的留言" + i));
                }
            });
            var started = admin.post(
                    "/api/v1/privacy/contact/" + id + "/erase", Map.of("name", "同时的人", "reason", Somebody.REASON));
            assertThat(started.status()).isEqualTo(202);
            edits.get();
            Jobs.ended(admin, started.json());
            assertThat(admin.get(CONTACTS + id).status()).isEqualTo(404);
            for (String value : List.of("同时的人", "同时写的备注", "同时写的留言")) {
                assertThat(dump.holding(value)).as(value).isEmpty();
            }
        }
    }

    @Test
    void alsoFromTheRecycleBin() {
        UUID customer = firm.record("customer", Map.of("name", "回收公司"));
        String id = contact(customer, "回收的人");
        assertThat(admin.delete(CONTACTS + id).status()).isEqualTo(204);
        admin.post("/api/v1/privacy/contact/" + id + "/erase", Map.of("name", "回收的人", "reason", Somebody.REASON));
        patient(() -> !admin.get("/api/v1/contacts/deleted").text().contains(id));
    }
}
