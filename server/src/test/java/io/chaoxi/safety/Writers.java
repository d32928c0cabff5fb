package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People who make customers and change them again and again, and note what the program acknowledged: a 2xx is a promise.
 * Whatever else happens to a request is noted with it.
 */
final class Writers implements AutoCloseable {
    private static final Duration AFTER_FAILURE = Duration.ofMillis(50);
    private static final int CHANGES = 3;

    /** One request; times in nanoseconds of {@link System#nanoTime}, status 0 when there was no answer. */
    record Sent(long began, long ended, int status, String code) {
        boolean acknowledged() {
            return status / 100 == 2;
        }

        /** 503 with words for it; a change whose first sending came through unseen is told as outdated. */
        boolean saysWhy() {
            return status == 503 || status == 409;
        }

        double seconds() {
            return (ended - began) / 1e9;
        }
    }

    /** So that no two writers of a test, however many came one after the other, make the same customer. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Supplier<Http> callers;
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    /** The version of each customer that was acknowledged last. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    private final CountDownLatch atWork;

    Writers(int people, Supplier<Http> callers) {
        this.callers = callers;
        this.atWork = new CountDownLatch(people);
        for (int i = 0; i < people; i++) Thread.ofVirtual().name("writer").start(this::work);
    }

    private void work() {
        Http http = callers.get().expectingFaults();
        try {
            while (working.get()) write(http);
        } finally {
            atWork.countDown();
        }
    }

    private void write(Http http) {
        String name = "断库公司" + NUMBER.incrementAndGet();
        var made = answer(() -> http.post("/api/v1/customers", Map.of("name", name)));
        if (made == null) return;
        String id = made.json().path("id").asString();
        acknowledged.put(id, 1L);
        for (int i = 1; i <= CHANGES && working.get(); i++) {
            long version = i;
            var changed = answer(() ->
                    http.patch("/api/v1/customers/" + id, version, Map.of("address", name + " " + (version + 1))));
            if (changed == null) return;
            acknowledged.put(id, version + 1);
        }
    }

    private Http.@org.jspecify.annotations.Nullable Answer answer(Supplier<Http.Answer> request) {
        long began = System.nanoTime();
        int status = 0;
        String code = "";
        try {
            var answer = request.get();
            status = answer.status();
            code = answer.code();
            if (status / 100 == 2) return answer;
        } catch (UncheckedIOException nobodyThere) {
            code = String.valueOf(nobodyThere.getCause());
        } finally {
            sent.add(new Sent(began, System.nanoTime(), status, code));
        }
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        return null;
    }

    List<Sent> sent() {
        return new ArrayList<>(sent);
    }

    /** The versions that were acknowledged last, by the customer's id. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** How many were acknowledged whose request began after the moment. */
    long acknowledgedSince(long moment) {
        return sent.stream()
                .filter(one -> one.began() > moment && one.acknowledged())
                .count();
    }

    /**
     * Waits until nothing has failed for so long and says how many seconds behind the moment the last failure ended; 0
     * when nothing failed.
     */
    double secondsOfFailures(long since, Duration calm) {
        long lastFailure = since;
        while (System.nanoTime() - lastFailure < calm.toNanos() || acknowledgedSince(lastFailure) == 0) {
            if (System.nanoTime() - since > Duration.ofMinutes(2).toNanos()) {
                throw new AssertionError("Writes did not succeed again within two minutes");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            for (Sent one : sent) {
                if (!one.acknowledged()) lastFailure = Math.max(lastFailure, one.ended());
            }
        }
        long last = lastFailure;
        if (last == since) return 0;
        return sent.stream()
                        .filter(one -> one.acknowledged() && one.ended() > last)
                        .mapToLong(one -> one.ended() - since)
                        .min()
                        .orElseThrow()
                / 1e9;
    }

    @Override
    public void close() {
        working.set(false);
        try {
            atWork.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
