package io.chaoxi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.ChaoxiApplication;
import io.chaoxi.platform.CrmSettings;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** G21: what was backed up from a running application comes back equal, and the application starts on it. */
@ApplicationTest(ownDatabase = true)
@TestPropertySource(properties = "crm.sample=true")
class BackupDrillTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @TempDir
    Path folder;

    Firm firm;
    Http admin;
    Installation source;

    @BeforeEach
    void fill() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        source = Places.named(database, application.getBean(CrmSettings.class).home());
    }

    private UUID customer(String name) {
        return UUID.fromString(admin.post("/api/v1/customers", Map.of("name", name))
                .json()
                .path("id")
                .asString());
    }

    private String attach(String text) {
        var file = admin.upload("/api/v1/customers/" + customer("带附件的公司") + "/files", "合同.txt", text);
        assertThat(file.status()).as(file.text()).isEqualTo(201);
        return file.json().path("id").asString();
    }

    private Path backup(String name) throws Exception {
        Path file = folder.resolve(name);
        Backup.take(source, file, Places.SILENT);
        return file;
    }

    @Test
    void everythingComesBackEqualAndTheApplicationStartsOnIt() throws Exception {
        Firm.found(application);
        String attached = attach("甲\t乙\\n\n丙𠮷");
        var before = quiet();
        Path file = backup("all.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(source.keyFile())).isNotBlank();
        try (var empty = TestDatabase.create()) {
            var target = Places.named(empty, folder.resolve("home"));
            Restore.from(file, false, target, Places.SILENT);
            assertThat(Places.digests(empty.superuser())).isEqualTo(before);
            assertThat(Places.schema(empty.superuser())).isEqualTo(Places.schema(database.superuser()));
            assertThat(Places.files(target)).isEqualTo(Places.files(source)).isNotEmpty();
            assertThat(Files.readString(target.keyFile())).isEqualTo(Files.readString(source.keyFile()));
            startsAndKnows(target, attached);
        }
    }

    /** Once what was begun has ended: equal twice in a row. */
    private Map<String, String> quiet() {
        var before = Places.digests(database.superuser());
        while (true) {
            LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
            var now = Places.digests(database.superuser());
            if (now.equals(before)) return now;
            before = now;
        }
    }

    private void startsAndKnows(Installation restored, String attached) {
        String login = firm.administrator().login();
        var settings = Places.environment(restored);
        try (var started = new SpringApplicationBuilder(ChaoxiApplication.class)
                .run(
                        "--crm.home=" + settings.get("CRM_HOME"),
                        "--crm.db.url=" + settings.get("CRM_DB_URL"),
                        "--crm.db.user=" + settings.get("CRM_DB_USER"),
                        "--crm.db.password=" + settings.get("CRM_DB_PASSWORD"),
                        "--crm.db.owner.user=" + settings.get("CRM_DB_OWNER_USER"),
                        "--crm.db.owner.password=" + settings.get("CRM_DB_OWNER_PASSWORD"),
                        "--server.port=0",
                        "--logging.file.name=")) {
            Http visitor = Http.visitor(started);
            var signedIn = visitor.post("/api/v1/session", Map.of("login", login, "password", Firm.PASSWORD));
            assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
            Http here = visitor.inSession(signedIn.session());
            assertThat(here.get("/api/v1/customers/count").json().path("value").asLong())
                    .isEqualTo(admin.get("/api/v1/customers/count")
                            .json()
                            .path("value")
                            .asLong());
            assertThat(here.get("/api/v1/files/" + attached).text()).isEqualTo("甲\t乙\\n\n丙𠮷");
            assertThat(here.post("/api/v1/customers", Map.of("name", "恢复之后的第一家"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsThereWholeOrNotAtAll() throws Exception {
        var going = new AtomicBoolean(true);
        var made = new AtomicInteger();
        Path file;
        try (var writer = Executors.newSingleThreadExecutor()) {
            writer.execute(() -> {
                while (going.get()) customer("边备份边写 " + made.incrementAndGet());
            });
            while (made.get() < 5) LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            file = backup("moving.zip");
            int during = made.get();
            while (made.get() <= during)
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            going.set(false);
        }
        try (var empty = TestDatabase.create()) {
            Restore.from(file, false, Places.named(empty, folder.resolve("home")), Places.SILENT);
            String named = "from customer c where c.name like '边备份边写%'";
            assertThat(Integer.parseInt(Places.texts(empty.superuser(), "select count(*) " + named)
                            .getFirst()))
                    .isBetween(4, made.get() - 1);
            assertThat(Places.texts(
                            empty.superuser(),
                            "select name " + named + " and not exists (select from change h where h.record_id = c.id)"))
                    .isEmpty();
            assertThat(Places.texts(
                            empty.superuser(),
                            "select record_id from change h where object = 'customer'"
                                    + " and not exists (select from customer c where c.id = h.record_id)"))
                    .isEmpty();
        }
    }
}
