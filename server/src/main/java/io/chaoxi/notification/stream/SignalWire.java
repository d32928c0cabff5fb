package io.chaoxi.notification.stream;

import io.chaoxi.platform.database.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carries signals from every node to every node, itself included, by PostgreSQL's NOTIFY: sent after commit, a twentieth
 * of a second gathered, received on a connection of its own. Signals are hints and may be lost with a connection; when it
 * is back, open pages are asked to connect anew.
 */
@Component
class SignalWire implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SignalWire.class);
    private static final String CHANNEL = "chaoxi";
    private static final int MOST_WAITING = 10_000;
    private static final int GATHER_MILLISECONDS = 50;
    private static final int LISTEN_MILLISECONDS = 1_000;
    private static final int QUIET_ROUNDS = 10;
    private static final int PATIENCE_SECONDS = 3;

    private final DatabaseServer server;
    private final DSLContext database;
    private final Streams streams;
    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean running;
    private volatile boolean listening;

    SignalWire(DatabaseServer server, DSLContext database, Streams streams) {
        this.server = server;
        this.database = database;
        this.streams = streams;
    }

    /** Call it after commit. When the wire is stuck, the newest are dropped. */
    void send(Signal signal) {
        waiting.offer(signal);
    }

    boolean listening() {
        return listening;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("signals-out").start(this::sendOn);
        Thread.ofVirtual().name("signals-in").start(this::listenOn);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sendOn() {
        while (running) {
            try {
                Signal first = waiting.poll(1, TimeUnit.SECONDS);
                if (first == null) continue;
                Thread.sleep(GATHER_MILLISECONDS);
                List<Signal> signals = new ArrayList<>(List.of(first));
                waiting.drainTo(signals, MOST_WAITING);
                Payloads.of(signals).forEach(this::tellNodes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransientDataAccessException | NonTransientDataAccessException e) {
                LOG.warn("Signals to open pages were lost: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void tellNodes(String payload) {
        database.select(DSL.function("pg_notify", SQLDataType.OTHER, DSL.val(CHANNEL), DSL.val(payload)))
                .fetch();
    }

    private void listenOn() {
        boolean before = false;
        while (running) {
            try (Connection connection = server.app().connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("set application_name = 'chaoxi-signals'");
                    statement.execute("listen " + CHANNEL);
                }
                if (before) streams.reconnect();
                before = true;
                listening = true;
                receive(connection);
            } catch (SQLException e) {
                LOG.warn("The connection for signals is lost: {}", e.getSQLState());
            } finally {
                listening = false;
            }
            pause();
        }
    }

    private void receive(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        int quiet = 0;
        while (running) {
            var received = notifications.getNotifications(LISTEN_MILLISECONDS);
            boolean any = received != null && received.length > 0;
            quiet = any ? 0 : quiet + 1;
            if (received != null) {
                for (var one : received) deliver(one.getParameter());
            }
            if (quiet > QUIET_ROUNDS) {
                if (!connection.isValid(PATIENCE_SECONDS)) return;
                quiet = 0;
            }
        }
    }

    private void deliver(String payload) {
        payload.lines()
                .forEach(line -> Signal.parse(line).ifPresent(signal -> {
                    try {
                        streams.deliver(signal);
                    } catch (RuntimeException e) {
                        LOG.warn("A signal was not delivered: {}", e.getClass().getSimpleName());
                    }
                }));
    }

    private void pause() {
        if (!running) return;
        try {
            Thread.sleep(LISTEN_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
