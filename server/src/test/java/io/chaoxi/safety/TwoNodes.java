package io.chaoxi.safety;

import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two nodes of the program on one database and one folder of files, as the guide sets them up; the first is called a. */
final class TwoNodes implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    private final List<ProgramProcess> nodes = new ArrayList<>();

    /** Both are started one after the other. */
    TwoNodes(String what, Map<String, String> settings) {
        Path files = Path.of("target/test-home", what + "-" + database.name(), "files");
        for (String name : List.of("a", "b")) {
            var environment =
                    new HashMap<>(ProgramProcess.on(database, database.app().url()));
            environment.putAll(settings);
            environment.put("CRM_KEY", "the same key on all nodes, thirty-two");
            environment.put("DBSCHEDULER_SCHEDULERNAME", name);
            var node = new ProgramProcess(what + "-" + database.name() + "/" + name, environment);
            share(files.toAbsolutePath(), node.home());
            nodes.add(node);
            node.start();
        }
    }

    private static void share(Path files, Path home) {
        try {
            Files.createDirectories(files);
            Files.createDirectories(home);
            Files.deleteIfExists(home.resolve("files"));
            Files.createSymbolicLink(home.resolve("files"), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProgramProcess a() {
        return nodes.getFirst();
    }

    ProgramProcess b() {
        return nodes.getLast();
    }

    ProgramProcess named(String name) {
        return name.equals("a") ? a() : b();
    }

    /** The values of the only column that the statement finds, past every wall. */
    List<String> column(String sql) {
        var found = new ArrayList<String>();
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    @Override
    public void close() {
        nodes.forEach(ProgramProcess::close);
        database.close();
    }
}
