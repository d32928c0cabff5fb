package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Pages that listen for events and, when their line ends, connect anew two seconds later, as browsers do. */
final class OpenPages implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final HttpRequest request;
    private final AtomicBoolean looking = new AtomicBoolean(true);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<InputStream> lines = ConcurrentHashMap.newKeySet();
    private final int size;

    OpenPages(int size, Http http, int port) {
        this.size = size;
        request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .header("Cookie", http.headers().get("Cookie"))
                .build();
        for (int i = 0; i < size; i++) Thread.ofVirtual().name("page").start(this::look);
    }

    private void look() {
        while (looking.get()) {
            try {
                listen();
            } catch (IOException gone) {
                dropped.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private void listen() throws IOException, InterruptedException {
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream events = answer.body()) {
            if (answer.statusCode() != 200) {
                refused.incrementAndGet();
                return;
            }
            opened.incrementAndGet();
            lines.add(events);
            try {
                events.transferTo(OutputStream.nullOutputStream());
            } finally {
                lines.remove(events);
            }
        }
    }

    /** Until each has its line. */
    void awaitOpen() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (lines.size() < size) {
            if (System.nanoTime() > until) throw new AssertionError("Pages cannot be opened: " + refused + " refused");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    int size() {
        return size;
    }

    /** How many have their line at this moment. */
    int open() {
        return lines.size();
    }

    /** How often they were connected, all together. */
    int opened() {
        return opened.get();
    }

    /** How often they were told no, at which a browser gives up. */
    int refused() {
        return refused.get();
    }

    /** How often a line broke off in the middle instead of ending. */
    int dropped() {
        return dropped.get();
    }

    @Override
    public void close() throws IOException {
        looking.set(false);
        for (InputStream line : lines) line.close();
    }
}
