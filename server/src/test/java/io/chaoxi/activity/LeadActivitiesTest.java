package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done with a lead is counted there, and the customer that it becomes has it too. */
@ApplicationTest
class LeadActivitiesTest extends DealtWith {
    private static final String LEADS = "/api/v1/leads/";
    private UUID lead;

    @BeforeEach
    void aLeadOfTheRep() {
        lead = firm.record("lead", Map.of("name", "宁波汇澜模塑", "contactName", "周工", "owner", rep.id()));
    }

    private Http.Answer logOnLead(SignedIn person, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("lead", lead, "kind", "call"));
        body.putAll(more);
        return person.http().post(ACTIVITIES, body);
    }

    private JsonNode loggedOnLead(Map<String, Object> more) {
        var answer = logOnLead(rep, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode lead() {
        return firm.administrator().http().get(LEADS + lead).json();
    }

    private Http.Answer convert(Object body) {
        long version = lead().path("version").asLong();
        return rep.http().with("If-Match", "\"" + version + "\"").post(LEADS + lead + "/convert", body);
    }

    private static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    @Test
    void aLeadKnowsWhatWasDoneWithIt() {
        long version = lead().path("version").asLong();
        var made = loggedOnLead(Map.of("content", "要两台泵", "nextFollowUp", day(3)));
        var touched = lead();
        assertThat(touched.path("touches").asInt()).isEqualTo(1);
        assertThat(touched.path("lastTouchAt")).isEqualTo(made.path("at"));
        assertThat(touched.path("nextFollowUp").asString()).isEqualTo(day(3));
        assertThat(touched.path("version").asLong()).isEqualTo(version);
        var told = rep.http().get(LEADS + lead + "/timeline?types=activity").json();
        assertThat(told.at("/items/0/content").asString()).isEqualTo("要两台泵");
        rep.http().delete(ACTIVITIES + "/" + made.path("id").asString());
        assertThat(lead().path("touches").asInt()).isZero();
        assertThat(lead().path("nextFollowUp").isNull()).isTrue();
    }

    @Test
    void itIsWithACustomerOrWithALead() {
        var neither = rep.http().post(ACTIVITIES, Map.of("kind", "call", "content", "x"));
        assertThat(fault(neither)).isEqualTo("customer withCustomerOrLead");
        assertThat(fault(logOnLead(rep, Map.of("content", "x", "customer", customer))))
                .isEqualTo("lead withCustomerOrLead");
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        assertThat(fault(logOnLead(rep, Map.of("content", "x", "contact", contact))))
                .isEqualTo("contact contactWithoutCustomer");
        assertThat(lead().path("touches").asInt()).isZero();
    }

    @Test
    void whoDoesNotReachTheLeadWritesNothingOfIt() {
        SignedIn other = firm.person("rep");
        assertThat(fault(logOnLead(other, Map.of("content", "混进来")))).isEqualTo("lead unknownReference");
        assertThat(other.http().get(LEADS + lead + "/timeline").status()).isEqualTo(404);
    }

    @Test
    void theCustomerThatItBecomesHasWhatWasDoneBefore() {
        loggedOnLead(Map.of("content", "展会上认识", "at", ago(Duration.ofDays(5))));
        var late = loggedOnLead(Map.of("content", "要报价", "nextFollowUp", day(2)));
        var became = convert(Map.of("customer", "new", "contact", "new")).json();
        String made = became.at("/customer/id").asString();
        var customer = rep.http().get("/api/v1/customers/" + made).json();
        assertThat(customer.path("touches").asInt()).isEqualTo(2);
        assertThat(customer.path("lastTouchAt")).isEqualTo(late.path("at"));
        assertThat(customer.path("nextFollowUp").asString()).isEqualTo(day(2));
        assertThat(lead().path("touches").asInt()).isEqualTo(2);
        assertThat(lead().path("nextFollowUp").isNull()).isTrue();
        for (String where : List.of(LEADS + lead, "/api/v1/customers/" + made)) {
            assertThat(rep.http().get(where + "/timeline?types=activity").json().path("items"))
                    .hasSize(2);
        }
        String contact = became.at("/contact/id").asString();
        assertThat(rep.http()
                        .get("/api/v1/contacts/" + contact + "/timeline?types=activity")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(fault(logOnLead(rep, Map.of("content", "晚了")))).isEqualTo("lead leadConverted");
    }

    @Test
    void whatLiesInTheBinIsHandedOverToo() {
        var gone = loggedOnLead(Map.of("content", "写错了"));
        String address = ACTIVITIES + "/" + gone.path("id").asString();
        rep.http().delete(address);
        String made =
                convert(Map.of("customer", "new")).json().at("/customer/id").asString();
        assertThat(rep.http().post(address + "/restore", Map.of()).status()).isEqualTo(200);
        assertThat(rep.http()
                        .get("/api/v1/customers/" + made)
                        .json()
                        .path("touches")
                        .asInt())
                .isEqualTo(1);
    }

    /** Whichever comes second sees the first: what was written down is at the customer, or it is refused. */
    @Test
    void whatIsWrittenWhileItConvertsIsNotLeftBehind() throws Exception {
        var made = new ArrayList<Future<Http.Answer>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                String said = "同时 " + i;
                made.add(pool.submit(() -> logOnLead(rep, Map.of("content", said))));
                if (i == 3) made.add(pool.submit(() -> convert(Map.of("customer", "new"))));
            }
        }
        int written = 0;
        for (var one : made) if (one.get().status() == 201) written++;
        var customer = lead().at("/customer/id").asString();
        assertThat(customer).isNotEmpty();
        assertThat(rep.http()
                        .get("/api/v1/customers/" + customer)
                        .json()
                        .path("touches")
                        .asInt())
                .isEqualTo(written);
    }

    @Test
    void aMergeOfLeadsCountsThemTogether() {
        UUID other = firm.record("lead", Map.of("name", "宁波汇澜", "owner", rep.id()));
        loggedOnLead(Map.of("content", "甲"));
        loggedOnLead(Map.of("content", "乙", "lead", other));
        var body = Map.of(
                "survivor", Map.of("id", lead, "version", 1), "others", List.of(Map.of("id", other, "version", 1)));
        var merged = firm.administrator().http().post("/api/v1/leads/merges", body);
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(lead().path("touches").asInt()).isEqualTo(2);
    }

    @Test
    void leadsThatAreDueAreFound() {
        loggedOnLead(Map.of("content", "x", "nextFollowUp", day(0)));
        var due = rep.http().get("/api/v1/leads?filter=nextFollowUp=le=@today;touches==1&fields=name");
        assertThat(due.json().path("items").size()).as(due.text()).isEqualTo(1);
    }
}
