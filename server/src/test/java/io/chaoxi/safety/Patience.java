package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Sends a request again when it came too soon, for programs that send more than a person may. */
final class Patience {
    private Patience() {}

    static Http.Answer with(Supplier<Http.Answer> request) {
        while (true) {
            Http.Answer answer = request.get();
            if (answer.status() != 429) return answer;
            long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
            LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
        }
    }
}
