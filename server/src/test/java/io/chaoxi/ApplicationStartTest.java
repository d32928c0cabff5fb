package io.chaoxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
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
        var answer = http.get().uri(path).exchange().returnResult(String.class);
        var isPage =
                MediaType.TEXT_HTML.isCompatibleWith(answer.getResponseHeaders().getContentType());
        assertThat(isPage || answer.getStatus().isError())
                .as("%s answers %s", path, answer.getStatus())
                .isTrue();
    }
}
