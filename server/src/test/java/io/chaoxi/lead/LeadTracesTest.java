package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Jobs;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class LeadTracesTest {
    private static final String SWITCHBOARD = "+8657584120000";

    @Autowired
    ApplicationContext application;

    @Test
    void anErasedPersonLeavesTheLeadsOfColleaguesAtTheSameSwitchboard() {
        Firm firm = Firm.found(application);
        var admin = firm.administrator().http();
        UUID customer = firm.record("customer", Map.of("name", "总机公司"));
        UUID gone = firm.record("contact", Map.of("name", "王建国", "customer", customer, "telephone", SWITCHBOARD));
        var card = Map.<String, Object>of("contactName", "李总", "phone", "+8613915402207", "wechat", "li-zong");
        var colleague = new HashMap<>(card);
        colleague.putAll(Map.of("name", "总机公司的线索", "telephone", SWITCHBOARD, "need", "要两台"));
        UUID lead = firm.record("lead", colleague);
        var order = Map.of("name", "王建国", "reason", "consentWithdrawn");
        var job = admin.post("/api/v1/privacy/contact/" + gone + "/erase", order);
        assertThat(Jobs.ended(admin, job.json()).path("state").asString())
                .as(job.text())
                .isEqualTo("done");
        var left = admin.get("/api/v1/leads/" + lead).json();
        card.forEach((field, value) ->
                assertThat(left.path(field).asString()).as(field).isEqualTo(value));
        assertThat(left.path("need").asString()).isEqualTo("要两台");
        assertThat(left.path("telephone").isNull())
                .as("his number is told nowhere")
                .isTrue();
    }
}
