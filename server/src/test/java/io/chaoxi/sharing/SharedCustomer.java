package io.chaoxi.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A customer with a contact, whose owner shares it with a colleague. */
@ApplicationTest
abstract class SharedCustomer {
    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn owner;
    SignedIn colleague;
    UUID department;
    UUID customer;
    UUID contact;
    UUID other;
    String at;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        UUID head = firm.department("销售部", null);
        department = firm.department("一组", head);
        owner = firm.person("rep");
        colleague = firm.personIn(department, "rep");
        customer = firm.record(
                "customer", new HashMap<>(Map.of("name", "赣江造船", "phone", "+8613912345678", "owner", owner.id())));
        other = firm.record("customer", new HashMap<>(Map.of("name", "赣江航运", "owner", owner.id())));
        contact = firm.record("contact", new HashMap<>(Map.of("name", "熊建国", "customer", customer)));
        at = "/api/v1/customers/" + customer;
    }

    int share(SignedIn by, String kind, UUID with, Map<String, Object> how) {
        return by.http().put(at + "/shares/" + kind + "/" + with, how).status();
    }

    void share(String kind, UUID with, String level) {
        assertThat(share(owner, kind, with, Map.of("level", level))).isEqualTo(204);
    }

    int renamed(SignedIn by) {
        long version =
                firm.administrator().http().get(at).json().path("version").asLong();
        return by.http().patch(at, version, Map.of("shortName", "赣船" + version)).status();
    }

    /** What is kept of people's rights for two seconds. */
    void forgetActors() {
        application.getBean(StoredActors.class).forgetAll();
    }
}
