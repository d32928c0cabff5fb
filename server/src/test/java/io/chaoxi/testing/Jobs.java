package io.chaoxi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Waits for long work. */
public final class Jobs {
    private Jobs() {}

    /** The job once it has ended. */
    public static JsonNode ended(Http http, JsonNode job) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            var now = http.get("/api/v1/jobs/" + job.path("id").asString()).json();
            if (List.of("done", "failed", "cancelled")
                    .contains(now.path("state").asString())) return now;
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        throw new AssertionError("The job did not end: " + job);
    }
}
