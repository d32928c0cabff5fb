package io.chaoxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: unpacked, initialised, started on a free loopback port and stopped by us. Its data is
 * permanent. A server that outlived a killed application is adopted, one that died is started again on its port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final String FOLDER = "database";
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);
    private static final Duration RECOVERY_TIME = Duration.ofMinutes(2);

    private final PostgresOptions options;
    private final Secrets secrets;
    private final FileChannel homeLock;
    private final PostgresPrograms programs;
    private final int port;
    private volatile boolean stopping;

    private EmbeddedPostgres(PostgresOptions options) throws IOException, InterruptedException {
        this.options = options;
        this.secrets = new Secrets(options.home());
        this.homeLock = hold(options.home());
        try {
            this.programs = PostgresPrograms.of(PostgresBinaries.unpackInto(options.binaries()), database());
            if (Files.notExists(database())) {
                initialise();
            }
            checkMajorVersion();
            var running = PostmasterFile.running(database());
            this.port = running.isPresent() ? running.get().port() : startOnFreePort();
            awaitAnswer();
            superviseInBackground();
        } catch (IOException | InterruptedException | RuntimeException e) {
            homeLock.close();
            throw e;
        }
    }

    /** Starts or adopts the server of this home. Refused with a {@link StartFailure} that says what to do. */
    public static EmbeddedPostgres start(PostgresOptions options) {
        try {
            return new EmbeddedPostgres(options);
        } catch (AccessDeniedException e) {
            throw new FolderNotWritable(options.home(), e);
        } catch (IOException e) {
            throw new StartFailure(
                    "内置 PostgreSQL 无法启动（%s）：请检查磁盘空间与目录 %s。".formatted(e.getMessage(), options.home()),
                    "The embedded PostgreSQL could not start (%s): check the disk space and the folder %s."
                            .formatted(e.getMessage(), options.home()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", e);
        }
    }

    /** The server that whoever holds this home runs at this moment, as one of its roles. */
    public static Optional<DatabaseAccount> running(Path home, String databaseName, String role) {
        try {
            return PostmasterFile.running(home.resolve(FOLDER))
                    .map(running -> new DatabaseAccount(
                            address(running.port(), databaseName), role, new Secrets(home).get("database-" + role)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs in as superuser, for preparation only. */
    public DatabaseAccount superuser(String databaseName) {
        return new DatabaseAccount(address(databaseName), SUPERUSER, secrets.get("database-superuser"));
    }

    /** Signs in as a role whose password is a secret of this home. */
    public DatabaseAccount account(String databaseName, String role) {
        return new DatabaseAccount(address(databaseName), role, secrets.get("database-" + role));
    }

    private String address(String databaseName) {
        return address(port, databaseName);
    }

    private static String address(int port, String databaseName) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, databaseName);
    }

    /** Stops the server: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        try (homeLock) {
            var outcome = programs.run(
                    "pg_ctl", List.of("stop", "-D", database().toString(), "-m", "fast", "-w", "-t", "60"));
            if (!outcome.succeeded()) {
                log.warn("PostgreSQL did not stop cleanly: {}", outcome.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path database() {
        return options.home().resolve(FOLDER);
    }

    /** Keeps every application away from this home until it is closed; {@link HomeInUse} when one is there. */
    public static FileChannel hold(Path home) throws IOException {
        Files.createDirectories(home);
        var channel =
                FileChannel.open(home.resolve("chaoxi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("This very program holds the lock of {}", home);
        }
        channel.close();
        throw new HomeInUse(home);
    }

    private void initialise() throws IOException, InterruptedException {
        log.info("Making a new database in {}", database());
        var fresh = options.home().resolve("database.new");
        PostgresBinaries.deleteTree(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs.handOver(fresh);
        var password = Files.createTempFile(options.home(), "initdb", "");
        try {
            Files.writeString(password, secrets.get("database-superuser"));
            programs.handOver(password);
            var outcome = programs.run("initdb", initdbArguments(fresh, password));
            if (!outcome.succeeded()) {
                throw new IOException(outcome.output());
            }
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdbArguments(Path folder, Path password) {
        return List.of(
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                options.durable() ? "--data-checksums" : "--no-sync");
    }

    private void checkMajorVersion() throws IOException, InterruptedException {
        var ofData = Files.readString(database().resolve("PG_VERSION")).strip();
        var ofProgram = programs.run("postgres", List.of("--version")).output();
        if (!ofProgram.contains(" " + ofData + ".")) {
            throw new StartFailure(
                    "数据由 PostgreSQL %s 写成，而本程序自带 %s：请先用原版本备份，再恢复到新的 CRM_HOME。".formatted(ofData, ofProgram),
                    "The data was written by PostgreSQL %s and this program brings %s: back it up with the earlier version and restore it into a new CRM_HOME."
                            .formatted(ofData, ofProgram));
        }
    }

    private int startOnFreePort() throws IOException, InterruptedException {
        try {
            return start(freePort());
        } catch (IOException e) {
            log.warn("PostgreSQL did not start, trying once more: {}", e.getMessage());
            return start(freePort());
        }
    }

    private int start(int onPort) throws IOException, InterruptedException {
        var logs = options.home().resolve("logs").resolve("postgres");
        Files.createDirectories(logs);
        programs.handOver(logs);
        PostgresSettings.write(database(), logs, onPort, options.durable());
        programs.handOver(database().resolve("postgresql.conf"));
        var first = logs.resolve("start.log");
        var outcome = programs.run(
                "pg_ctl", List.of("start", "-D", database().toString(), "-l", first.toString(), "-w", "-t", "120"));
        if (!outcome.succeeded()) {
            throw new IOException(outcome.output() + " "
                    + (Files.exists(first) ? Files.readString(first).strip() : ""));
        }
        return onPort;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void superviseInBackground() {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            while (!stopping) {
                restartWhenGone();
            }
        });
    }

    private void restartWhenGone() {
        try {
            Thread.sleep(WATCH_INTERVAL);
            if (!stopping && PostmasterFile.running(database()).isEmpty()) {
                log.error("PostgreSQL ended unexpectedly and is started again");
                start(port);
            }
        } catch (IOException e) {
            log.error("PostgreSQL could not be started again, next attempt follows: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() throws InterruptedException {
        var patience = Instant.now().plus(RECOVERY_TIME);
        while (!answers()) {
            if (Instant.now().isAfter(patience)) {
                throw new StartFailure(
                        "内置 PostgreSQL 在 %d 秒内没有应答：请查看 %s/logs/postgres。"
                                .formatted(RECOVERY_TIME.toSeconds(), options.home()),
                        "The embedded PostgreSQL did not answer within %d seconds: see %s/logs/postgres."
                                .formatted(RECOVERY_TIME.toSeconds(), options.home()));
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private boolean answers() {
        try (var connection = superuser("postgres").connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            log.debug("PostgreSQL does not answer yet: {}", e.getMessage());
            return false;
        }
    }
}
