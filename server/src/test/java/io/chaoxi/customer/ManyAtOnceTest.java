package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many who write the same customer in the same moment. */
@ApplicationTest
class ManyAtOnceTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Http admin;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < callers; i++) futures.add(threads.submit(call));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) results.add(future.get());
            return results;
        }
    }

    @Test
    void ofManyWhoMakeTheSameCustomerAtOnceOneSucceeds() throws Exception {
        var body = Map.<String, Object>of("name", "嘉兴禾盛食品机械有限公司");
        var states = together(24, () -> admin.post(CUSTOMERS, body).status());
        assertThat(states.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(states.stream().filter(status -> status == 409)).hasSize(23);
    }

    @Test
    void anIdempotencyKeyHasOneEffectAndOneAnswer() throws Exception {
        var keyed = admin.with("Idempotency-Key", "import-2026-11-21-17");
        var body = Map.<String, Object>of("name", "宁波东澜注塑设备有限公司");
        Set<String> ids = new TreeSet<>();
        for (var answer : together(20, () -> keyed.post(CUSTOMERS, body))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            ids.add(answer.json().path("id").asString());
        }
        assertThat(ids).hasSize(1);
        assertThat(keyed.post(CUSTOMERS, Map.of("name", "别的")).status()).isEqualTo(422);
        assertThat(admin.get(CUSTOMERS + "/count").json().path("value").asLong())
                .isEqualTo(1);
    }
}
