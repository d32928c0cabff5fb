package io.chaoxi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A Chaoxi of our own, started by ./crm start in its own home on its own port. */
final class Installation implements AutoCloseable {
    static final String LOGIN = "bench-admin";
    static final String PASSWORD = "Ein-Mass-fuer-Gezeiten";

    private final Path home;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    Installation(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home);
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** Starts and answers how many milliseconds passed until the first answer. */
    long start() throws IOException, InterruptedException {
        var command = new ProcessBuilder(Bench.ROOT.resolve("crm").toString(), "start");
        command.environment().put("CRM_HOME", home.toString());
        command.environment().put("CRM_PORT", String.valueOf(port));
        command.environment().put("CRM_ADMIN_LOGIN", LOGIN);
        command.environment().put("CRM_ADMIN_PASSWORD", PASSWORD);
        // Sixteen clients share one session, whose rate would otherwise be what is measured.
        command.environment().put("CRM_RATE_CALLER", "0");
        command.environment().put("CRM_RATE_FIRM", "0");
        var output = home.resolve("bench-start.log").toFile();
        command.redirectErrorStream(true).redirectOutput(output);
        long begin = System.nanoTime();
        process = command.start();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - begin > Duration.ofMinutes(10).toNanos()) {
                throw new IOException("The installation did not start: " + Files.readString(output.toPath()));
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private boolean ready() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + "/health/ready")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Path home() {
        return home;
    }

    Connection superuser() throws Exception {
        return connect("postgres", "database-superuser");
    }

    /** The role of requests, acting for the firm, with the settings of the application's connections. */
    Connection app(long tenant) throws Exception {
        var connection = connect("chaoxi_app", "database-chaoxi_app");
        try (var statement = connection.createStatement()) {
            statement.execute("set app.tenant = '" + tenant + "'; set plan_cache_mode = 'force_custom_plan'");
        }
        return connection;
    }

    private Connection connect(String role, String secret) throws Exception {
        var lines = Files.readAllLines(home.resolve("database/postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:%s/chaoxi?prepareThreshold=0".formatted(lines.get(3).strip());
        return DriverManager.getConnection(
                url, role, Files.readString(home.resolve("secrets").resolve(secret)).strip());
    }

    /** Resident memory of the application's virtual machine, and of its database beside it, in MB. */
    long applicationMegabytes() throws IOException {
        return status(process.pid(), "VmRSS:") / 1_000;
    }

    long databaseMegabytes() throws IOException {
        long sum = 0;
        for (long pid : databaseProcesses()) {
            try {
                sum += kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
            } catch (IOException gone) {
                continue;
            }
        }
        return sum / 1_000;
    }

    /** The application, its database and this program. */
    private List<Long> processes() throws IOException {
        var all = new ArrayList<>(databaseProcesses());
        all.add(process.pid());
        all.add(ProcessHandle.current().pid());
        return all;
    }

    /** Processor time of the three together until now. A database process that ended is counted by its parent. */
    long processorMilliseconds() throws IOException {
        long sum = 0;
        for (long pid : processes()) sum += processorMilliseconds(pid);
        return sum;
    }

    /** Of these, what this program took. */
    static long ownMilliseconds() {
        return processorMilliseconds(ProcessHandle.current().pid());
    }

    private static long processorMilliseconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) ticks += Long.parseLong(words[i]);
            return ticks * 10;
        } catch (IOException gone) {
            return 0;
        }
    }

    private List<Long> databaseProcesses() throws IOException {
        var all = new ArrayList<Long>();
        long postmaster = Long.parseLong(
                Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst().strip());
        all.add(postmaster);
        ProcessHandle.of(postmaster).ifPresent(main -> main.children().forEach(child -> all.add(child.pid())));
        return all;
    }

    private static long status(long pid, String name) throws IOException {
        return kilobytes(Path.of("/proc/" + pid + "/status"), name);
    }

    private static long kilobytes(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
        }
        return 0;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) stop();
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
