package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ConsentsTest {
    private static final String TEXTS = "/api/v1/consent-texts";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    Firm firm;
    Http admin;
    UUID customer;
    String contact;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        customer = firm.record("customer", Map.of("name", "同意公司"));
        contact = firm.record("contact", Map.of("name", "同意的人", "customer", customer))
                .toString();
    }

    private JsonNode text(String name, String text) {
        var made = admin.post(TEXTS, Map.of("name", name, "channel", "sms", "text", text));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private String path(String of) {
        return "/api/v1/privacy/contact/" + of + "/consents";
    }

    private String given(String to, JsonNode text) {
        var answer = admin.post(path(to), Map.of("text", text.path("id").asString(), "proof", "签在展会登记表上"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private JsonNode consents(String of) {
        return admin.get(path(of)).json().path("items");
    }

    @Test
    void aTextIsNeverChangedButFollowedByItsNextVersion() {
        assertThat(text("新品短信", "每月一次").path("version").asInt()).isEqualTo(1);
        assertThat(text("新品短信", "每月两次\n可以退订").path("version").asInt()).isEqualTo(2);
        assertThat(text("回访", "每年一次").path("version").asInt()).isEqualTo(1);
        var items = admin.get(TEXTS).json().path("items");
        assertThat(items.findValuesAsString("text")).contains("每月一次", "每月两次\n可以退订");
        assertThat(admin.patch(TEXTS + "/" + items.path(0).path("id").asString(), 1, Map.of("text", "别的"))
                        .status())
                .isIn(404, 405);
    }

    @Test
    void aConsentTellsTextVersionTimeAndProof() {
        var text = text("新品短信", "每月一次");
        var body = Map.of("text", text.path("id").asString(), "givenAt", "2026-03-01T08:00:00Z", "proof", "微信聊天记录");
        assertThat(admin.post(path(contact), body).status()).isEqualTo(201);
        var consent = consents(contact).path(0);
        assertThat(consent.path("text").path("version").asInt()).isEqualTo(1);
        assertThat(consent.path("givenAt").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(consent.path("proof").asString()).isEqualTo("微信聊天记录");
        assertThat(consent.path("notedBy").path("label").asString()).isEqualTo("王管理");
        assertThat(admin.get("/api/v1/contacts/" + contact + "/history").text()).contains("consentGiven");
    }

    @Test
    void withdrawingTakesOneRequestAndEndsEveryVersion() {
        String old = given(contact, text("新品短信", "每月一次"));
        given(contact, text("新品短信", "每月两次"));
        given(contact, text("回访", "每年一次"));
        String withdraw = path(contact) + "/" + old + "/withdraw";
        assertThat(admin.post(withdraw, null).status()).isEqualTo(204);
        var items = consents(contact);
        assertThat(items.findValues("withdrawnAt").stream().filter(JsonNode::isString))
                .hasSize(2)
                .allMatch(at -> !Instant.parse(at.stringValue()).isAfter(Instant.now()));
        assertThat(items.path(0).path("text").path("name").asString()).isEqualTo("回访");
        assertThat(admin.post(withdraw, null).status()).isEqualTo(409);
    }

    @Test
    void refusesAConsentWithoutProofOrOfTheFuture() {
        String text = text("新品短信", "每月一次").path("id").asString();
        assertThat(admin.post(path(contact), Map.of("text", text)).text()).contains("proof");
        var ahead = Instant.now().plusSeconds(3600).toString();
        assertThat(admin.post(path(contact), Map.of("text", text, "proof", "口头", "givenAt", ahead))
                        .text())
                .contains("timeAhead");
        assertThat(admin.post(path(contact), Map.of("text", text, "proof", "口头", "givenAt", "昨天"))
                        .text())
                .contains("notATime");
        String other = firm.record("contact", Map.of("name", "别人", "customer", customer))
                .toString();
        var file = admin.upload("/api/v1/contacts/" + other + "/files", "签字.txt", "签字");
        var foreign = Map.of("text", text, "file", file.json().path("id").asString());
        assertThat(admin.post(path(contact), foreign).status()).isEqualTo(422);
        assertThat(admin.post(path(other), foreign).status()).isEqualTo(201);
    }

    @Test
    void whoMayNotChangeTheRecordNotesNothing() {
        JsonNode text = text("新品短信", "每月一次");
        var auditor = firm.person("auditor").http();
        var body = Map.of("text", text.path("id").asString(), "proof", "口头");
        assertThat(auditor.post(path(contact), body).status()).isEqualTo(403);
        assertThat(auditor.get(path(contact)).status()).isEqualTo(200);
        assertThat(firm.person("rep").http().get(path(contact)).status()).isEqualTo(404);
        assertThat(firm.person("manager").http().post(TEXTS, Map.of()).status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/privacy/customer/" + customer + "/consents")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void followsAMergeAndGoesWithThePerson() throws Exception {
        String twin = firm.record("contact", Map.of("name", "同意的人", "customer", customer))
                .toString();
        given(twin, text("新品短信", "每月一次"));
        var merge = Map.of(
                "survivor", Map.of("id", contact, "version", 1), "others", List.of(Map.of("id", twin, "version", 1)));
        assertThat(admin.post("/api/v1/contacts/merges", merge).status()).isEqualTo(201);
        assertThat(consents(contact).size()).isEqualTo(1);
        try (var dump = new Dump(database, firm.tenant())) {
            assertThat(dump.holding("签在展会登记表上")).containsExactly("consent");
            var job = admin.post(
                            "/api/v1/privacy/contact/" + contact + "/erase",
                            Map.of("name", "同意的人", "reason", "consentWithdrawn"))
                    .json();
            Jobs.ended(admin, job);
            assertThat(dump.holding("签在展会登记表上")).isEmpty();
        }
    }

    @Test
    void sourceLegalBasisAndPurposeAreOrdinaryFields() {
        var answer = admin.patch(
                "/api/v1/contacts/" + contact,
                1,
                Map.of("source", "expo", "legalBasis", "consent", "purpose", "寄新品目录"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("legalBasis").path("label").asString()).isEqualTo("本人同意");
        assertThat(admin.get("/api/v1/contacts?filter=legalBasis==consent")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
