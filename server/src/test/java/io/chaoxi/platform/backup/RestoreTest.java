package io.chaoxi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.database.EmbeddedPostgres;
import io.chaoxi.platform.database.HomeInUse;
import io.chaoxi.platform.database.Migrations;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.database.UnfinishedRestore;
import io.chaoxi.testing.TestDatabase;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a restore refuses, what it leaves when it breaks off, and where it may go. */
class RestoreTest {
    private static final String FIRMS = """
            insert into tenant (name, created_at) values ('甲', now()), ('乙', now());
            insert into tag (tenant_id, id, name, created_at, created_by)
                select t.id, gen_random_uuid(), 'n' || g, now(), gen_random_uuid() from tenant t, generate_series(1, 500) g;
            insert into session values ('\\x01', gen_random_uuid(), 1, gen_random_uuid(), now(), now(), now(), '', '', now());
            """;

    @TempDir
    Path folder;

    TestDatabase database;
    Installation source;
    Map<String, String> before;
    Path backup;

    @BeforeEach
    void fill() throws Exception {
        database = TestDatabase.create();
        Places.execute(database.superuser(), FIRMS);
        source = Places.named(database, folder.resolve("source"));
        before = Places.digests(database.superuser());
        backup = folder.resolve("backup.zip");
        Files.createDirectories(source.keyFile().getParent());
        Files.writeString(source.keyFile(), "a key of thirty-two characters..");
        Backup.take(source, backup, Places.SILENT);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void refused(Path file, String chinese, String english) throws Exception {
        try (var empty = TestDatabase.create()) {
            var home = folder.resolve("untouched");
            assertThatThrownBy(() -> Restore.from(file, true, Places.named(empty, home), Places.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .message()
                    .containsPattern(chinese + "|" + english);
            assertThat(Places.texts(empty.superuser(), "select to_regclass('public." + UnfinishedRestore.TABLE + "')"))
                    .containsOnlyNulls();
            assertThat(home.resolve("files")).doesNotExist();
        }
    }

    @Test
    void anyChangedByteIsRefused() throws Exception {
        var random = new Random(20261122);
        long size = Files.size(backup);
        var places = new TreeSet<Long>(List.of(5L, size - 1, size - 70));
        for (int i = 0; i < 10; i++) places.add(4 + random.nextLong(size - 4));
        for (long place : places) {
            Path damaged = folder.resolve("damaged.zip");
            Files.deleteIfExists(damaged);
            Files.copy(backup, damaged);
            try (var bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
                bytes.seek(place);
                int was = bytes.read();
                bytes.seek(place);
                bytes.write(was ^ 1);
            }
            assertThatThrownBy(() -> BackupFile.open(damaged).close())
                    .as("byte " + place)
                    .isInstanceOf(StartFailure.class);
        }
    }

    @Test
    void whatIsNoWholeBackupOfOursIsRefusedAndNothingTouched() throws Exception {
        refused(folder.resolve("missing.zip"), "找不到", "no file");
        refused(folder, "不是文件", "is no file");
        refused(Files.writeString(folder.resolve("letter.txt"), "Dear customer"), "不是潮汐", "no backup file");
        byte[] whole = Files.readAllBytes(backup);
        refused(
                Files.write(folder.resolve("short.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                "损坏",
                "damaged");
        refused(newer(), "更新版本", "newer");
    }

    /** Sealed as it should be, with a migration that nobody here knows. */
    private Path newer() throws Exception {
        Path place = folder.resolve("newer.zip");
        var manifest = new Manifest(
                Manifest.FORMAT,
                Instant.now(),
                "",
                List.of("209901010000"),
                List.of(),
                List.of(),
                new Manifest.Kept(0, 0, 0),
                null,
                false);
        try (var archive = new Archive(place)) {
            try (var entry = archive.entry(Archive.MANIFEST)) {
                entry.write(JsonMapper.shared().writeValueAsBytes(manifest));
            }
            archive.seal();
        }
        return place;
    }

    @Test
    void anUnsealedBackupLeavesNothing() throws Exception {
        try (var archive = new Archive(folder.resolve("broken.zip"));
                var entry = archive.entry("tables/tag.copy")) {
            entry.write(1);
        }
        assertThat(folder.resolve("broken.zip")).doesNotExist();
        assertThat(folder.resolve("broken.zip.part")).doesNotExist();
    }

    @Test
    void aSecondBackupAtOnceAndAnExistingFileAreRefused() throws Exception {
        assertThatThrownBy(() -> Backup.take(source, backup, Places.SILENT)).isInstanceOf(StartFailure.class);
        try (var first = Reservation.of(source.home())) {
            assertThat(first.isOpen()).isTrue();
            assertThatThrownBy(() -> Backup.take(source, folder.resolve("second.zip"), Places.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .message()
                    .containsPattern("在进行|going on");
        }
        Backup.take(source, folder.resolve("second.zip"), Places.SILENT);
    }

    @Test
    void dataIsReplacedOnlyWhenAskedAndKeptAside() throws Exception {
        try (var other = TestDatabase.create()) {
            Places.execute(other.superuser(), "insert into tenant (name, created_at) values ('别家', now())");
            var target = Places.named(other, folder.resolve("target"));
            Files.createDirectories(target.files());
            Files.writeString(target.files().resolve("old"), "old");
            assertThatThrownBy(() -> Restore.from(backup, false, target, Places.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("--replace");
            assertThat(Places.texts(other.superuser(), "select name from tenant"))
                    .containsExactly("别家");
            Restore.from(backup, true, target, Places.SILENT);
            assertThat(Places.digests(other.superuser())).isEqualTo(before);
            Places.execute(other.owner(), "insert into tenant (name, created_at) values ('丙', now())");
            assertThat(Places.texts(other.superuser(), "select max(id) from tenant"))
                    .containsExactly("3");
            Path aside = Places.aside(target.home());
            assertThat(aside.resolve("files/old")).hasContent("old");
            Restore.from(aside.resolve("chaoxi.zip"), true, target, Places.SILENT);
            assertThat(Places.texts(other.superuser(), "select name from tenant"))
                    .containsExactly("别家");
        }
    }

    @Test
    void aRestoreThatWasKilledSaysSoAndIsRunAgain() throws Exception {
        try (var empty = TestDatabase.create()) {
            var target = Places.named(empty, folder.resolve("target"));
            var process = Places.restoring(backup, target);
            try (var connection = empty.superuser().connect()) {
                while (!UnfinishedRestore.marked(connection)) {
                    assertThat(process.isAlive()).isTrue();
                }
            }
            Places.kill(process);
            assertThatThrownBy(() -> UnfinishedRestore.refuse(empty.owner()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("./crm restore");
            assertThatThrownBy(() -> Backup.take(target, folder.resolve("half.zip"), Places.SILENT))
                    .isInstanceOf(StartFailure.class);
            Restore.from(backup, false, target, Places.SILENT);
            UnfinishedRestore.refuse(empty.owner());
            assertThat(Places.digests(empty.superuser())).isEqualTo(before);
        }
    }

    @Test
    void nothingIsRestoredUnderARunningApplication() throws Exception {
        try (var empty = TestDatabase.create();
                var application = empty.app().connect()) {
            TableRows.execute(application, "set application_name = 'chaoxi'");
            refusedWhileRunning(Places.named(empty, folder.resolve("target")));
        }
        try (var held = EmbeddedPostgres.hold(folder.resolve("running"))) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(
                            () -> Restore.from(backup, true, Places.embedded(folder.resolve("running")), Places.SILENT))
                    .isInstanceOf(HomeInUse.class);
        }
    }

    private void refusedWhileRunning(Installation target) {
        assertThatThrownBy(() -> Restore.from(backup, true, target, Places.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("./crm stop");
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToThisOne() throws Exception {
        String newest = new TreeSet<>(Migrations.known()).last();
        var older = new TreeSet<>(Migrations.known());
        older.remove(newest);
        try (var old = TestDatabase.create();
                var empty = TestDatabase.create()) {
            var installation = Places.named(old, folder.resolve("old"));
            try (var target = new NamedDatabase(installation, new Staging(installation.home()), Places.SILENT)) {
                target.begin(false);
            }
            Places.execute(old.owner(), "drop table " + UnfinishedRestore.TABLE);
            Migrations.migrateTo(old.owner(), old.app().user(), older);
            Places.execute(old.superuser(), "insert into tenant (name, created_at) values ('老版本', now())");
            Path file = folder.resolve("older.zip");
            assertThat(Backup.take(installation, file, Places.SILENT).migrations())
                    .containsExactlyInAnyOrderElementsOf(older);
            Restore.from(file, false, Places.named(empty, folder.resolve("target")), Places.SILENT);
            assertThat(Places.texts(empty.superuser(), "select name from tenant"))
                    .containsExactly("老版本");
            assertThat(Places.schema(empty.superuser())).isEqualTo(Places.schema(database.superuser()));
        }
    }

    @Test
    void theEmbeddedDatabaseTakesItsPlaceAtTheVeryEnd() throws Exception {
        var home = Places.embedded(folder.resolve("home"));
        Restore.from(backup, false, home, Places.SILENT);
        assertThat(Places.embeddedDigests(home)).isEqualTo(before);
        assertThat(Files.readString(home.keyFile())).isEqualTo(Files.readString(source.keyFile()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyFile())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Restore.from(backup, false, home, Places.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--replace");
        var process = Places.restoring(backup, home, "--replace");
        while (Files.notExists(UnfinishedRestore.staging(home.home()).resolve("database"))) {
            assertThat(process.isAlive()).isTrue();
        }
        Places.kill(process);
        UnfinishedRestore.refuse(home.home());
        assertThat(Places.embeddedDigests(home)).isEqualTo(before);
        Path again = folder.resolve("again.zip");
        Backup.take(home, again, Places.SILENT);
        Restore.from(again, true, home, Places.SILENT);
        assertThat(Places.embeddedDigests(home)).isEqualTo(before);
        assertThat(Places.aside(home.home()).resolve("database/PG_VERSION")).exists();
    }

    @Test
    void anExchangeThatWasBrokenOffIsEnded() throws Exception {
        var home = folder.resolve("home");
        var staging = new Staging(home);
        staging.clear();
        for (String piece : List.of("database", "secrets", "files")) {
            Files.createDirectories(home.resolve(piece));
            Files.writeString(home.resolve(piece).resolve("old"), "old");
            Files.createDirectories(staging.folder().resolve(piece));
            Files.writeString(staging.folder().resolve(piece).resolve("new"), "new");
        }
        staging.ready(List.of("database", "secrets", "files"));
        Path aside = staging.aside();
        Files.createDirectories(aside);
        Files.move(home.resolve("database"), aside.resolve("database"));
        assertThatThrownBy(() -> UnfinishedRestore.refuse(home)).isInstanceOf(StartFailure.class);
        Restore.from(backup, false, Places.embedded(home), Places.SILENT);
        UnfinishedRestore.refuse(home);
        for (String piece : List.of("database", "secrets", "files")) {
            assertThat(home.resolve(piece).resolve("new")).exists();
            assertThat(aside.resolve(piece).resolve("old")).exists();
        }
        assertThat(staging.folder()).doesNotExist();
    }
}
