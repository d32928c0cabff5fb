package io.chaoxi.webform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hostile cases 10, 11, 24, 25 and 36: whatever a stranger sends, nothing but a lead comes of it, or nothing at all. */
class HostileFormTest extends FormFirm {
    private static final String SCRIPT = "\"'><svg/onload=alert(1)><script>alert(1)</script>";

    private static String told(Http.Answer answer) {
        return answer.status() + answer.text() + answer.headers().map().keySet();
    }

    @Test
    void anAddressThatLeadsNowhereIsLikeOneThatIsSwitchedOffRenewedOrDeleted() {
        var off = form(Map.of("active", false));
        var renewed = form(Map.of());
        done(200, admin.post(FORMS + "/" + renewed.path("id").asString() + "/key", null));
        var deleted = form(Map.of());
        assertThat(admin.delete(FORMS + "/" + deleted.path("id").asString()).status())
                .isEqualTo(204);
        String nobodys = told(stranger.get("/f/" + FormKeys.key()));
        assertThat(nobodys).startsWith("404");
        for (String path :
                List.of(path(off), path(renewed), path(deleted), "/f/x", "/f/%27", "/f/" + "a".repeat(900))) {
            assertThat(told(stranger.get(path))).as(path).isEqualTo(nobodys);
            assertThat(told(sendRaw(path, "phone=1"))).as(path).isEqualTo(nobodys);
        }
    }

    @Test
    void anAddressThatIsWrittenOtherwiseStandsBehindTheSameDoor() {
        String other = path(form(Map.of())).replaceFirst("/f/", "/%66/");
        var plain = stranger.with("Content-Type", "text/plain").post(other, "phone=1");
        assertThat(plain.status()).as(plain.text()).isEqualTo(415);
    }

    @Test
    void emptyListsOfAScriptAreNoFault() {
        String path = path(form(Map.of()));
        for (String nothing : List.of("null", "[]")) {
            String body = "{\"values\":{\"homepage\":%s,\"phone\":%1$s}}".formatted(nothing);
            var answer = stranger.with("Content-Type", "application/json").post(path, body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
    }

    @Test
    void nothingThatAnybodyWroteRunsOnThePage() {
        var form = form(Map.of("title", SCRIPT, "intro", SCRIPT, "thanks", SCRIPT, "consent", SCRIPT));
        var values = filled(form, "phone", SCRIPT);
        values.put("need", "</textarea>" + SCRIPT);
        for (var answer : List.of(stranger.get(path(form)), send(form, values), send(form, filled(form)))) {
            assertThat(answer.text()).doesNotContain("<svg", "<script", "</textarea>&quot;");
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/html");
            policy(answer.headers(), "frame-ancestors 'none'");
        }
        send(form, filled(form, "name", SCRIPT));
        assertThat(leads().getLast().path("name").asString()).as("kept as text").isEqualTo(SCRIPT);
    }

    private static void policy(HttpHeaders headers, String frames) {
        String policy = headers.firstValue("content-security-policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'").endsWith(frames).doesNotContain("unsafe", "script-src");
        assertThat(headers.allValues("set-cookie")).isEmpty();
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("cache-control").orElseThrow()).contains("no-store");
    }

    @Test
    void onlyTheSitesThatTheFirmNamesMayFrameIt() {
        var form = form(Map.of("origins", List.of("https://www.example.com", "http://LOCALHOST:8081")));
        var page = stranger.get(path(form));
        policy(page.headers(), "frame-ancestors https://www.example.com http://localhost:8081");
        assertThat(page.headers().firstValue("x-frame-options")).isEmpty();
    }

    @Test
    void whoeverIsSignedInIsAStrangerHereToo() {
        var form = form(Map.of("owners", List.of()));
        String cookie = admin.headers().get("Cookie");
        var signedIn = stranger.with("Cookie", cookie).with("Content-Type", "application/x-www-form-urlencoded");
        var sent = signedIn.post(path(form), encoded(filled(form)));
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        var lead = onlyLead();
        assertThat(lead.path("owner").isNull()).isTrue();
        assertThat(lead.at("/createdBy/id").asString())
                .isNotEqualTo(firm.administrator().id().toString());
    }

    @Test
    void programsAreThankedAndKeptOut() {
        var form = form(Map.of());
        var thanked = send(form, filled(form));
        assertThat(told(send(form, filled(form, "homepage", "http://spam.example"))))
                .isEqualTo(told(thanked));
        onlyLead();
        assertThat(again(form).path("keptOut").asInt()).isEqualTo(1);
        assertThat(again(form).path("taken").asInt()).isEqualTo(1);
        var quick = send(form, filled(form, "_token", token(form, Duration.ZERO)));
        assertThat(quick.status()).isEqualTo(422);
        assertThat(quick.text()).contains("请再点一次提交", "两台循环水泵");
    }

    @Test
    void onlyAPageThatThisFormHandedOutIsTakenBack() {
        var form = form(Map.of());
        var other = form(Map.of());
        String own = token(form, Duration.ofMinutes(1));
        for (String token : List.of(
                "",
                "x",
                own.substring(1),
                own + "a",
                own.replaceFirst("\\.\\d+\\.", ".7."),
                token(form, Duration.ofHours(25)),
                token(other, Duration.ofMinutes(1)))) {
            var refused = send(form, filled(form, "_token", token));
            assertThat(refused.status()).as(token).isEqualTo(422);
            assertThat(refused.text()).contains("页面放得太久", "两台循环水泵");
        }
        assertThat(leads()).isEmpty();
        String handed = stranger.get(path(form)).text().replaceAll("(?s).*name=\"_token\" value=\"([^\"]*)\".*", "$1");
        assertThat(send(form, filled(form, "_token", handed)).text()).contains("请再点一次提交");
    }

    @Test
    void whatIsTooLongOrOfAnotherKindIsRefused() {
        var form = form(Map.of());
        String path = path(form);
        assertThat(send(form, filled(form, "need", "长".repeat(12_000))).status())
                .isEqualTo(413);
        assertThat(send(form, filled(form, "contactName", "长".repeat(101))).status())
                .isEqualTo(422);
        assertThat(stranger.upload(path, "a.txt", "x").status()).isEqualTo(415);
        assertThat(stranger.with("Content-Type", "text/xml").post(path, "<x/>").status())
                .isEqualTo(415);
        assertThat(stranger.with("Content-Type", "*/*").post(path, "x").status())
                .isBetween(400, 422);
        for (String verb : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(stranger.send(verb, path, null).status()).as(verb).isEqualTo(405);
        }
        assertThat(leads()).isEmpty();
    }

    @Test
    void textsThatNoFieldHoldsAreRefusedAndNeverAFault() {
        var form = form(Map.of());
        for (String bad : List.of("\u0000", "a\u0007b", "\u202eevil", "a\nb")) {
            assertThat(send(form, filled(form, "name", bad)).status()).as(bad).isEqualTo(422);
        }
        String token = "_token=" + token(form, Duration.ofMinutes(1));
        for (String raw :
                List.of("%", "%zz=1", token + "&phone=%", "=", "&&&", "a", token + "&name=%ED%A0%80&phone=%FF")) {
            assertThat(sendRaw(path(form), raw).status()).as(raw).isBetween(400, 422);
        }
        var script = stranger.with("Content-Type", "application/json");
        for (String raw :
                List.of("", "[]", "{", "null", "{\"values\":[1]}", "{\"values\":{\"phone\":{}}}", "{\"token\":{}}")) {
            assertThat(script.post(path(form), raw).status()).as(raw).isBetween(400, 422);
        }
        assertThat(leads()).isEmpty();
    }

    @Test
    void anotherFirmsPeopleReachNeitherTheFormNorWhatCameByIt() {
        var form = form(Map.of());
        send(form, filled(form));
        String lead = onlyLead().path("id").asString();
        Http theirs = Firm.found(application).administrator().http();
        String id = form.path("id").asString();
        assertThat(theirs.get(FORMS).json().path("items").size()).isZero();
        assertThat(theirs.get(FORMS + "/" + id).status()).isEqualTo(404);
        assertThat(theirs.patch(FORMS + "/" + id, 1, Map.of("active", false)).status())
                .isEqualTo(404);
        assertThat(theirs.post(FORMS + "/" + id + "/key", null).status()).isEqualTo(404);
        assertThat(theirs.delete(FORMS + "/" + id).status()).isEqualTo(404);
        assertThat(theirs.get("/api/v1/leads/" + lead + "/submissions").status())
                .isEqualTo(404);
        JsonNode still = again(form);
        assertThat(still.path("version").asLong()).isEqualTo(1);
        assertThat(path(still)).isEqualTo(path(form));
    }
}
