package io.chaoxi.platform.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's settings, written at every start. Own additions go into {@code chaoxi.custom.conf} in the
 * database folder. Statements and row values are kept out of the log: they hold personal data.
 */
final class PostgresSettings {

    private static final String COMMON = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            work_mem = 16MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            autovacuum_analyze_scale_factor = 0.02
            password_encryption = scram-sha-256
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_filename = 'postgres-%a.log'
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_line_prefix = '%m [%p] '
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_parameter_max_length = 0
            log_checkpoints = off
            """;

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 2_048;
    private static final long SHARE_OF_MEMORY = 8;

    private PostgresSettings() {}

    static void write(Path database, Path logs, int port, boolean durable) throws IOException {
        var safety = durable ? "on" : "off";
        var text = COMMON
                + "port = %d%n".formatted(port)
                + "shared_buffers = %dMB%n".formatted(durable ? buffers() : LEAST_BUFFERS)
                + "log_directory = '%s'%n".formatted(logs.toString().replace("'", "''"))
                + "fsync = %1$s%nsynchronous_commit = %1$s%nfull_page_writes = %1$s%n".formatted(safety)
                + "include_if_exists = 'chaoxi.custom.conf'%n".formatted();
        Files.writeString(database.resolve("postgresql.conf"), text);
    }

    /** An eighth of the machine's memory: a page that PostgreSQL must fetch from the system's cache costs 5 µs, its own none. */
    private static long buffers() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(machine.getTotalMemorySize() / SHARE_OF_MEMORY / MEGABYTE, LEAST_BUFFERS, MOST_BUFFERS);
    }
}
