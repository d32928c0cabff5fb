package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ContactsOfACustomerTest {
    private static final String CONTACTS = "/api/v1/contacts";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    UUID customer;
    UUID first;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        customer = firm.record("customer", Map.of("name", "南通沪江水处理"));
        first = contact("王建国", true);
    }

    private UUID contact(String name, boolean primary) {
        return firm.record(
                "contact", new HashMap<>(Map.of("name", name, "customer", customer, "primaryContact", primary)));
    }

    private int alive() {
        return admin.get(CONTACTS).json().path("items").size();
    }

    @Test
    void theFormerPrimaryOneStepsBackAndSaysSo() {
        contact("黄丽", true);
        var former = admin.get(CONTACTS + "/" + first).json();
        assertThat(former.path("primaryContact").asBoolean()).isFalse();
        assertThat(former.path("version").asLong()).isEqualTo(2);
        var line = admin.get(CONTACTS + "/" + first + "/history")
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("kind").asString()).isEqualTo("changed");
        assertThat(line.path("changes").get(0).path("field").asString()).isEqualTo("primaryContact");
    }

    @Test
    void restWithTheirCustomerAndComeBackWithIt() {
        UUID second = contact("黄丽", false);
        contact("赵一鸣", false);
        assertThat(admin.delete(CONTACTS + "/" + second).status()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/customers/" + customer).status()).isEqualTo(204);
        assertThat(alive()).isZero();
        var alone = admin.post(CONTACTS + "/" + first + "/restore", Map.of());
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("customerInBin");

        assertThat(admin.post("/api/v1/customers/" + customer + "/restore", Map.of())
                        .status())
                .isLessThan(300);
        assertThat(alive())
                .as("the one that was deleted before stays in the bin")
                .isEqualTo(2);
        assertThat(admin.get(CONTACTS + "/" + first)
                        .json()
                        .path("primaryContact")
                        .asBoolean())
                .isTrue();
    }
}
