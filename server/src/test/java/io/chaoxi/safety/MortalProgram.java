package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.util.List;

/**
 * The program on a database of its own, which can be killed (SIGKILL) and started again. Each start begins as its
 * administrator would find it: set up at the first one, as it was left at the others.
 */
final class MortalProgram implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    private final ProgramProcess program = new ProgramProcess(
            "mortal-" + database.name(),
            ProgramProcess.on(database, database.app().url()));
    private int kills;

    MortalProgram() {
        program.start();
    }

    void killAndStart() {
        program.kill();
        kills++;
        program.start();
    }

    int kills() {
        return kills;
    }

    /** The administrator in a session that outlives every kill. */
    Http signIn() {
        return program.signIn();
    }

    /** The numbers of the only row that the statement finds, past every wall. */
    List<Long> numbers(String sql, int columns) {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var found = new java.util.ArrayList<Long>();
            for (int i = 1; i <= columns; i++) found.add(row.getLong(i));
            return found;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
        database.close();
    }
}
