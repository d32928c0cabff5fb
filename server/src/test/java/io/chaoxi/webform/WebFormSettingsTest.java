package io.chaoxi.webform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms as the firm sets them up. */
class WebFormSettingsTest extends FormFirm {
    private static String faults(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .sorted()
                .toList()
                .toString();
    }

    private Http.Answer change(String id, Map<String, Object> body) {
        return admin.patch(FORMS + "/" + id, 1, body);
    }

    @Test
    void aFormAsksForWhatStrangersMayFillInAndForNothingElse() {
        var names = admin.get(FORMS + "/fields")
                .json()
                .path("items")
                .valueStream()
                .map(field -> field.path("name").asString())
                .toList();
        assertThat(names)
                .contains("name", "contactName", "phone", "email", "region", "need")
                .doesNotContain("owner", "status", "score", "source", "budget", "remark", "tags", "customer");
        String id = form(Map.of()).path("id").asString();
        var wrong = List.of(asked("owner", false), asked("name", true), asked("name", true));
        assertThat(faults(change(id, Map.of("fields", wrong))))
                .isEqualTo("[fields webFormAsksNoReach, fields[0].name unknownField, fields[2].name columnTwice]");
        assertThat(faults(change(id, Map.of("fields", List.of(asked("phone", true))))))
                .isEqualTo("[fields webFormAsksNoName]");
    }

    @Test
    void whatIsWrittenIsChecked() {
        String id = form(Map.of()).path("id").asString();
        String stranger = Firm.found(application).administrator().id().toString();
        for (String origin : List.of(
                "*",
                "www.example.com",
                "https://a.example; script-src *",
                "https://a.example https://b.example",
                "https://a.example/path",
                "javascript:alert(1)",
                "https://",
                "https://a.example\r\nX: y",
                "https://user@a.example")) {
            assertThat(faults(change(id, Map.of("origins", List.of(origin)))))
                    .as(origin)
                    .isEqualTo("[origins webFormOrigin]");
        }
        assertThat(faults(change(id, Map.of("owners", List.of(stranger))))).isEqualTo("[owners unknownReference]");
        assertThat(faults(change(id, Map.of("told", List.of(stranger))))).isEqualTo("[told unknownReference]");
        assertThat(faults(change(id, Map.of("source", "none")))).isEqualTo("[source unknownChoice]");
        assertThat(faults(change(id, Map.of("mostADay", 0, "title", " ", "key", "x"))))
                .isEqualTo("[key unknownField, mostADay outOfRange, title notBlank]");
        var kept = done(200, change(id, Map.of("origins", List.of("https://公司.example/"))));
        assertThat(kept.path("origins").path(0).asString()).isEqualTo("https://xn--55qx5d.example");
        assertThat(change(id, Map.of("name", "旧")).status())
                .as("somebody changed it since")
                .isEqualTo(409);
    }

    @Test
    void onlyWhoSetsTheFirmUpMaySeeAndChangeForms() {
        var form = form(Map.of());
        String one = FORMS + "/" + form.path("id").asString();
        Http http = rep.http();
        assertThat(http.get(FORMS).status()).isEqualTo(403);
        assertThat(http.get(FORMS + "/fields").status()).isEqualTo(403);
        assertThat(http.get(one).status()).isEqualTo(403);
        assertThat(http.post(FORMS, Map.of()).status()).isEqualTo(403);
        assertThat(http.post(FORMS + "/preview", Map.of()).status()).isEqualTo(403);
        assertThat(http.post(one + "/key", null).status()).isEqualTo(403);
        assertThat(http.patch(one, 1, Map.of("active", false)).status()).isEqualTo(403);
        assertThat(http.delete(one).status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/audit").text()).contains("网页表单");
    }

    @Test
    void aPreviewShowsTheFormAndKeepsNothing() {
        var body = Map.of(
                "name", "x",
                "title", "<b>标题</b>",
                "thanks", "谢谢",
                "fields", List.of(asked("contactName", true), asked("email", false)));
        var html = done(200, admin.post(FORMS + "/preview", body)).path("html").asString();
        assertThat(html).contains("&lt;b&gt;标题&lt;/b&gt;", "邮箱").doesNotContain("<b>标题");
        assertThat(admin.get(FORMS).json().path("items").size()).isZero();
    }

    @Test
    void aNewAddressTakesTheOldOnesPlace() {
        var form = form(Map.of());
        var renewed = done(200, admin.post(FORMS + "/" + form.path("id").asString() + "/key", null));
        assertThat(path(renewed)).isNotEqualTo(path(form)).matches("/f/[A-Za-z0-9_-]{32}");
        assertThat(stranger.get(path(form)).status()).isEqualTo(404);
        assertThat(stranger.get(path(renewed)).status()).isEqualTo(200);
    }

    @Test
    void whatCameByADeletedFormStillNamesIt() {
        var form = form(Map.of());
        send(form, filled(form));
        assertThat(admin.delete(FORMS + "/" + form.path("id").asString()).status())
                .isEqualTo(204);
        String lead = onlyLead().path("id").asString();
        assertThat(admin.get("/api/v1/leads/" + lead + "/submissions").text()).contains("官网询价", CONSENT);
        assertThat(admin.get(FORMS).json().path("items").size()).isZero();
    }
}
