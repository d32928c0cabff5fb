package io.chaoxi.webform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What strangers fill in becomes leads. */
class SubmissionTest extends FormFirm {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aStrangersWordsBecomeALeadWithSourceCampaignOwnerAndProofOfConsent() {
        var form = form(Map.of());
        var thanked = send(form, filled(form));
        assertThat(thanked.status()).as(thanked.text()).isEqualTo(200);
        assertThat(thanked.text()).contains("收到了，谢谢");
        var lead = onlyLead();
        assertThat(lead.path("name").asString()).isEqualTo("宁波模塑厂");
        assertThat(lead.path("contactName").asString()).isEqualTo("钱工");
        assertThat(lead.path("phone").asString()).isEqualTo("+8613861557721");
        assertThat(lead.path("campaign").asString()).isEqualTo("春季展");
        assertThat(lead.at("/source/id").asString()).isEqualTo("expo");
        assertThat(lead.at("/status/id").asString()).isEqualTo("new");
        assertThat(lead.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        String path = "/api/v1/leads/" + lead.path("id").asString();
        var line = rep.http().get(path + "/history").json().path("items").path(0);
        assertThat(line.path("kind").asString()).isEqualTo("submitted");
        assertThat(line.at("/by/label").asString()).isEqualTo("潮汐");
        var origin = rep.http().get(path + "/submissions").json().path("items").path(0);
        assertThat(origin.path("form").asString()).isEqualTo("官网询价");
        assertThat(origin.path("consentVersion").asInt()).isEqualTo(1);
        assertThat(origin.path("consent").asString()).isEqualTo(CONSENT);
        assertThat(again(form).path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void theOwnerIsToldAndFindsItAmongTheUnansweredOfHisDay() {
        SignedIn manager = firm.person("manager");
        var form = form(Map.of("told", List.of(firm.administrator().id(), manager.id())));
        send(form, filled(form));
        String lead = onlyLead().path("id").asString();
        assertThat(rep.http().get("/api/v1/today").text()).contains(lead);
        awaitTold(rep.http(), lead);
        awaitTold(admin, lead);
        assertThat(manager.http().get("/api/v1/notifications").text())
                .as("he does not reach it")
                .doesNotContain(lead);
    }

    private static void awaitTold(Http who, String lead) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!who.get("/api/v1/notifications").text().contains("/leads/" + lead)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(who.get("/api/v1/notifications").text()).contains("新线索：宁波模塑厂", "从网页表单「官网询价」来");
    }

    @Test
    void aPageThatIsSentManyTimesMakesOneLead() throws Exception {
        var form = form(Map.of());
        var values = filled(form);
        try (var callers = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<Callable<Http.Answer>>();
            for (int i = 0; i < 8; i++) calls.add(() -> send(form, values));
            for (var call : callers.invokeAll(calls)) {
                assertThat(call.get().status()).as(call.get().text()).isEqualTo(200);
            }
        }
        onlyLead();
        assertThat(again(form).path("taken").asInt()).isEqualTo(1);
        send(form, filled(form));
        assertThat(leads()).as("another page").hasSize(2);
    }

    @Test
    void withoutAnOwnerALeadIsNobodysAndSeveralTakeTurns() {
        var nobodys = form(Map.of("owners", List.of()));
        send(nobodys, filled(nobodys));
        assertThat(onlyLead().path("owner").isNull()).isTrue();
        SignedIn second = firm.person("rep");
        SignedIn gone = firm.person("rep");
        assertThat(admin.post("/api/v1/people/" + gone.id() + "/lock", Map.of()).status())
                .isLessThan(300);
        var turns = form(Map.of("owners", List.of(rep.id(), gone.id(), second.id())));
        for (int i = 0; i < 4; i++) send(turns, filled(turns));
        assertThat(leads().stream().skip(1).map(lead -> lead.at("/owner/id").asString()))
                .as("who is locked is passed over")
                .containsExactly(
                        rep.id().toString(),
                        second.id().toString(),
                        second.id().toString(),
                        rep.id().toString());
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndWhatWasTypedStays() {
        var form = form(Map.of());
        var values = filled(form, "phone", "12");
        values.remove("contactName");
        values.remove("_agreed");
        var refused = send(form, values);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("不能为空", "请先看一看并打勾同意", "两台循环水泵", values.get("_token"));
        assertThat(leads()).isEmpty();
        values.putAll(Map.of("phone", "13861557721", "contactName", "钱工", "_agreed", "true"));
        assertThat(send(form, values).status()).as("the same page again").isEqualTo(200);
    }

    @Test
    void somebodyWhoLeavesNoWayToBeReachedIsAskedForOne() {
        var form = form(
                Map.of("fields", List.of(asked("contactName", true), asked("phone", false), asked("email", false))));
        var values = filled(form);
        values.remove("phone");
        assertThat(send(form, values).text()).contains("请留一种联系方式");
        values.put("email", "qian@example.com");
        assertThat(send(form, values).status()).isEqualTo(200);
        assertThat(onlyLead().path("name").asString())
                .as("the company was not asked")
                .isEqualTo("钱工");
    }

    @Test
    void ofWhatIsSentOnlyWhatTheFormAsksForIsTaken() {
        var form = form(Map.of("owners", List.of()));
        var values = filled(form);
        for (String field : List.of("owner", "convertedBy"))
            values.put(field, rep.id().toString());
        values.putAll(Map.of("status", "converted", "score", "100", "tenantId", "1", "id", "x", "remark", "内部"));
        values.putAll(Map.of("utm_source", "ad", "budget", "1", "custom.none", "1", "version", "9"));
        assertThat(send(form, values).status()).isEqualTo(200);
        var lead = onlyLead();
        assertThat(lead.path("owner").isNull()).isTrue();
        assertThat(lead.path("remark").isNull()).isTrue();
        assertThat(lead.path("budget").isNull()).isTrue();
        assertThat(lead.at("/status/id").asString()).isEqualTo("new");
        assertThat(lead.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyLearnsWhomTheFirmKnows() {
        var form = form(Map.of());
        String unknown = send(form, filled(form)).text();
        firm.record("customer", Map.of("name", "宁波模塑厂", "phone", "13861557721"));
        long version =
                admin.get("/api/v1/firm/duplicate-rules").json().path("version").asLong();
        done(200, admin.patch("/api/v1/firm/duplicate-rules", version, Map.of("leadPhone", "refuse")));
        assertThat(send(form, filled(form)).text()).isEqualTo(unknown);
        assertThat(leads()).hasSize(2);
        String lead = leads().getFirst().path("id").asString();
        assertThat(admin.get("/api/v1/leads/" + lead + "/matches").text())
                .as("who works on it sees")
                .contains("宁波模塑厂");
    }

    @Test
    void whoAsksWhatIsKeptOfHimIsToldWhatHeAgreedTo() {
        var form = form(Map.of());
        send(form, filled(form));
        var person = new Traced("contact", List.of(), Set.of(), Set.of("+8613861557721"), Set.of(), Set.of());
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var told = firm.administrator()
                .as(() -> transaction.execute(
                        status -> application.getBean(SubmissionTraces.class).of(person)));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).containsEntry("name", "官网询价").containsEntry("text", CONSENT);
    }

    @Test
    void aFormTakesSoManyADayAndNoMore() {
        var form = form(Map.of("mostADay", 2));
        for (int i = 0; i < 2; i++)
            assertThat(send(form, filled(form)).status()).isEqualTo(200);
        var full = send(form, filled(form));
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.text()).contains("今天提交的人太多", "两台循环水泵");
        assertThat(leads()).hasSize(2);
    }

    @Test
    void fieldsOfTheFirmsOwnAreAskedAndThoseThatItDemandsComeByThemselves() {
        var choice = Map.of(
                "key", "size", "label", "规模", "type", "choice", "options", List.of(Map.of("id", "big", "label", "大")));
        done(201, admin.post("/api/v1/custom-fields/lead", choice));
        var needed = Map.of("key", "floor", "label", "楼层", "type", "number", "required", true);
        done(201, admin.post("/api/v1/custom-fields/lead", needed));
        var form =
                form(Map.of("fields", List.of(asked("name", true), asked("phone", true), asked("custom.size", false))));
        assertThat(stranger.get(path(form)).text()).contains("规模", "<option value=\"big\">大</option>", "楼层");
        var values = filled(form, "custom.size", "huge");
        assertThat(send(form, values).status()).isEqualTo(422);
        values.putAll(Map.of("custom.size", "big", "custom.floor", "三"));
        assertThat(send(form, values).status()).isEqualTo(422);
        values.put("custom.floor", "3");
        assertThat(send(form, values).status()).isEqualTo(200);
        assertThat(onlyLead().at("/custom/size/id").asString()).isEqualTo("big");
        assertThat(onlyLead().at("/custom/floor").asInt()).isEqualTo(3);
    }

    @Test
    void aScriptOfTheFirmsSiteReadsAndSendsItAndNoOther() {
        String site = "https://www.example.com";
        var form = form(Map.of("origins", List.of(site + "/")));
        var script = stranger.with("Accept", "application/json").with("Origin", site);
        var read = script.get(path(form));
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains(site);
        assertThat(read.json().path("fields").path(1).path("label").asString()).isEqualTo("联系人");
        assertThat(read.json().path("consent").asString()).isEqualTo(CONSENT);
        var sent = Map.of(
                "token", token(form, Duration.ofMinutes(1)),
                "agreed", true,
                "values", Map.of("contactName", "钱工", "phone", 13861557721L, "owner", List.of("x")));
        var wrong = script.post(path(form), Map.of("token", token(form, Duration.ofMinutes(1))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains("contactName", "phone", "_agreed");
        assertThat(done(200, script.post(path(form), sent)).path("thanks").asString())
                .isEqualTo("收到了，谢谢");
        onlyLead();
        var asked = stranger.with("Origin", site).with("Access-Control-Request-Method", "POST");
        assertThat(asked.send("OPTIONS", path(form), null).headers().firstValue("Access-Control-Allow-Headers"))
                .contains("content-type");
        var foreign = stranger.with("Origin", "https://evil.example");
        assertThat(foreign.get(path(form)).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(foreign.send("OPTIONS", path(form), null).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void whoeverConsentedIsHeldToTheTextThatHeSaw() {
        var form = form(Map.of());
        var old = filled(form);
        String id = form.path("id").asString();
        var changed = done(200, admin.patch(FORMS + "/" + id, 1, Map.of("consent", "另一段文字")));
        assertThat(changed.path("consentVersion").asInt()).isEqualTo(2);
        var refused = send(form, old);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("另一段文字", "两台循环水泵").doesNotContain(CONSENT);
        assertThat(send(changed, filled(changed)).status()).isEqualTo(200);
        String lead = onlyLead().path("id").asString();
        JsonNode origin = admin.get("/api/v1/leads/" + lead + "/submissions")
                .json()
                .path("items")
                .path(0);
        assertThat(origin.path("consentVersion").asInt()).isEqualTo(2);
        assertThat(origin.path("consent").asString()).isEqualTo("另一段文字");
    }
}
