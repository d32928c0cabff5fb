package io.chaoxi.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ApiDescriptionTest {
    @Autowired
    ApplicationContext application;

    Http admin;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
    }

    @Test
    void namesNoServerThatACallerMadeUp() {
        for (int asked = 0; asked < 2; asked++) {
            var document = admin.get("/api/v1/openapi.json").json();
            assertThat(document.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
            assertThat(document.path("info").path("title").asString()).isEqualTo("潮汐 CRM");
        }
    }
}
