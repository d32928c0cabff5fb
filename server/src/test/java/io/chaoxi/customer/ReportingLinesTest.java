package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Who reports to whom at a customer: the general manager, the head of purchasing below, the buyer below her. */
@ApplicationTest
class ReportingLinesTest {
    private static final String CONTACTS = "/api/v1/contacts/";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    UUID customer;
    UUID manager;
    UUID head;
    UUID buyer;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        customer = firm.record("customer", Map.of("name", "南通沪江水处理"));
        manager = contact("王建国", customer, null);
        head = contact("黄丽", customer, manager);
        buyer = contact("周敏", customer, head);
    }

    private UUID contact(String name, UUID at, UUID superior) {
        var values = new HashMap<String, Object>(Map.of("name", name, "customer", at));
        if (superior != null) values.put("reportsTo", superior);
        return firm.record("contact", values);
    }

    private JsonNode read(UUID contact) {
        return admin.get(CONTACTS + contact).json();
    }

    private String superior(UUID contact) {
        return read(contact).path("reportsTo").path("id").asString("");
    }

    private Http.Answer report(UUID contact, Object superior) {
        var patch = new HashMap<String, Object>();
        patch.put("reportsTo", superior);
        return admin.patch(CONTACTS + contact, read(contact).path("version").asLong(), patch);
    }

    private static String refused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("code").asString();
    }

    @Test
    void aSuperiorIsAnotherContactOfTheSameCustomer() {
        UUID elsewhere = contact("别家的", firm.record("customer", Map.of("name", "芜湖奇峰")), null);
        assertThat(refused(report(buyer, elsewhere))).isEqualTo("superiorElsewhere");
        assertThat(refused(report(buyer, buyer))).isEqualTo("superiorBelow");
        assertThat(refused(report(buyer, UUID.randomUUID()))).isEqualTo("unknownReference");
        assertThat(report(buyer, manager).json().path("reportsTo").path("label").asString())
                .isEqualTo("王建国");
        assertThat(report(buyer, null).status()).isEqualTo(200);
        assertThat(superior(buyer)).isEmpty();
    }

    @Test
    void nobodyReportsToWhoIsBelow() {
        assertThat(refused(report(manager, head))).isEqualTo("superiorBelow");
        assertThat(refused(report(manager, buyer))).isEqualTo("superiorBelow");
    }

    @Test
    void noCircleIsClosedByTwoAtOnceNorByComingBack() throws Exception {
        report(head, null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.<Callable<Http.Answer>>of(() -> report(manager, head), () -> report(head, manager)));
        }
        assertThat(superior(manager).isEmpty() ^ superior(head).isEmpty()).isTrue();

        report(manager, null);
        report(head, manager);
        admin.delete(CONTACTS + head);
        assertThat(refused(report(manager, buyer))).isEqualTo("superiorBelow");
        assertThat(refused(report(manager, head))).isEqualTo("unknownReference");
        assertThat(superior(buyer)).isEmpty();
        admin.post(CONTACTS + head + "/restore", Map.of());
        assertThat(superior(buyer)).isEqualTo(head.toString());
    }

    @Test
    void whoGoesToAnotherCustomerLeavesHisPeopleToHisSuperior() {
        UUID next = firm.record("customer", Map.of("name", "芜湖奇峰"));
        long version = read(head).path("version").asLong();
        long below = read(buyer).path("version").asLong();
        assertThat(admin.patch(CONTACTS + head, version, Map.of("customer", next))
                        .status())
                .isEqualTo(200);
        assertThat(superior(head)).isEmpty();
        assertThat(superior(buyer)).isEqualTo(manager.toString());
        assertThat(read(buyer).path("version").asLong()).isEqualTo(below + 1);
        var line = admin.get(CONTACTS + buyer + "/history").json().path("items").get(0);
        assertThat(line.path("changes").get(0).path("field").asString()).isEqualTo("reportsTo");
        assertThat(line.path("changes").get(0).path("to").path("label").asString())
                .isEqualTo("王建国");
    }

    @Test
    void whoGoesToAnotherCustomerMayGetASuperiorThere() {
        UUID next = firm.record("customer", Map.of("name", "芜湖奇峰"));
        UUID chief = contact("陈总", next, null);
        var patch = Map.of("customer", next, "reportsTo", chief);
        var answer = admin.patch(CONTACTS + head, read(head).path("version").asLong(), patch);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(superior(head)).isEqualTo(chief.toString());
    }

    private void merge(UUID survivor, UUID other) {
        var body = Map.of(
                "survivor", Map.of("id", survivor, "version", read(survivor).path("version")),
                "others", List.of(Map.of("id", other, "version", read(other).path("version"))),
                "take", Map.of());
        var answer = admin.post(CONTACTS + "merges", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void whoIsMergedLeavesHisPeopleToWhatHeBecame() {
        UUID twin = contact("黄莉", customer, null);
        merge(twin, head);
        assertThat(superior(buyer)).isEqualTo(twin.toString());
        assertThat(superior(twin)).isEmpty();
    }

    @Test
    void whoCameToStandBelowHimselfByAMergeStandsOnTop() {
        merge(buyer, manager);
        assertThat(superior(head)).isEqualTo(buyer.toString());
        assertThat(superior(buyer)).isEmpty();
    }
}
