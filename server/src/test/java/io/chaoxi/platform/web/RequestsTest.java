package io.chaoxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class RequestsTest {
    @Autowired
    ApplicationContext application;

    @Test
    void aRequestHasAnIdAndALineWithoutPersonalData(CapturedOutput output) {
        Firm firm = Firm.found(application);
        var http = firm.administrator().http();
        var customer = firm.record("customer", Map.of("name", "不入日志"));
        http.with("X-Request-Id", "of-the-test-1").get("/api/v1/customers/" + customer);
        http.get("/api/v1/customers?q=13812345678");
        assertThat(output.getAll())
                .contains("GET /api/v1/{path:[a-z][a-z-]*}/{id} 200")
                .contains("GET /api/v1/{path:[a-z][a-z-]*} 200");
        assertThat(output.getAll())
                .contains("of-the-test-1")
                .doesNotContain(customer.toString())
                .doesNotContain("13812345678")
                .doesNotContain("不入日志");
        var answer = http.with("X-Request-Id", "<script>").get("/api/v1/session");
        assertThat(answer.headers().firstValue("X-Request-Id").orElse("")).hasSize(36);
        assertThat(answer.headers().firstValue("Server-Timing").orElse("")).startsWith("sql;desc=");
    }

    @Test
    void aBodyOfMoreThanTwoMegabytesIsRefused() {
        String much = "x".repeat(BodyLimit.MOST);
        var http = Firm.found(application).administrator().http();
        var answer = http.post("/api/v1/customers", Map.of("name", "大", "remark", much));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("bodyTooLarge");
        var visitor = Http.visitor(application).post("/api/v1/session", Map.of("login", "x", "password", much));
        assertThat(visitor.status()).isEqualTo(413);
    }

    @Test
    void aBodyThatMayBeOfAnyKindIsRefused() {
        var http = Firm.found(application).administrator().http();
        for (String kind : List.of("*/*", "application/*", "application/*+json;charset=utf-8")) {
            var answer = http.with("Content-Type", kind).post("/api/v1/customers", Map.of("name", "任意"));
            assertThat(answer.status()).as(kind).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("bodyTypeRefused");
        }
        assertThat(http.get("/api/v1/customers/count").json().path("value").asLong())
                .isZero();
        assertThat(http.with("Content-Type", "*/*").get("/api/v1/customers").status())
                .as("what reads no body does not ask for its kind")
                .isEqualTo(200);
    }

    @Test
    void tooManyRequestsOfOneSessionAreRefusedAndNobodyElses() throws Exception {
        Firm firm = Firm.found(application);
        Http noisy = firm.administrator().http();
        Http quiet = Firm.found(application).administrator().http();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Http.Answer> send = () -> noisy.get("/api/v1/notifications/count");
            var answers = threads.invokeAll(
                    IntStream.range(0, 1_500).mapToObj(i -> send).toList());
            int refused = 0;
            for (var answer : answers) {
                if (answer.get().status() != 429) continue;
                refused++;
                assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.get().code()).isEqualTo("tooManyRequests");
            }
            assertThat(refused).isPositive();
        }
        for (var path : List.of("/api/v1/session", "/api/v1/customers")) {
            assertThat(quiet.get(path).status()).isEqualTo(200);
        }
    }
}
