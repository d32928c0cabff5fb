package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who looks at lists and searches all the time. */
final class Readers implements AutoCloseable {
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Thread reader;

    Readers(Http http) {
        Http patient = http.expectingFaults();
        reader = Thread.ofVirtual().name("reader").start(() -> {
            while (reading.get()) read(patient);
        });
    }

    private void read(Http http) {
        for (String path :
                new String[] {"/customers?limit=30", "/search?q=%E5%85%AC%E5%8F%B8", "/customers/count", "/session"}) {
            try {
                var answer = http.get("/api/v1" + path);
                (answer.status() == 200 ? answered : failed).incrementAndGet();
            } catch (UncheckedIOException nobodyThere) {
                failed.incrementAndGet();
            }
        }
    }

    int answered() {
        return answered.get();
    }

    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        reading.set(false);
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
