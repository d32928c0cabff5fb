package io.chaoxi;

import io.chaoxi.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ApplicationTest
class ApplicationStartTest {

    @Autowired
    private RestTestClient http;

    @Test
    void isReadyOnceItHasStarted() {
        http.get()
                .uri("/health/ready")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}");
        http.get().uri("/health/live").exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beans", "/env", "/heapdump", "/loggers", "/metrics", "/shutdown", "/actuator"})
    void keepsItsInsidesToItself(String path) {
        http.get().uri(path).exchange().expectStatus().value(status -> {
            if (status == 200) {
                throw new AssertionError(path + " is open");
            }
        });
    }
}
