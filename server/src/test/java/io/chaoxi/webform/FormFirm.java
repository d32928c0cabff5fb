package io.chaoxi.webform;

import static chaoxi.tables.Tables.WEB_FORM_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A firm with a form on its site, and strangers who fill it in. */
@ApplicationTest
abstract class FormFirm {
    static final String FORMS = "/api/v1/web-forms";
    static final String CONSENT = "我同意贵公司为联系我而处理以上信息";

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    Firm firm;
    Http admin;
    Http stranger;
    SignedIn rep;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        stranger = Http.visitor(application);
        rep = firm.person("rep");
    }

    static Map<String, Object> asked(String field, boolean required) {
        return Map.of("name", field, "required", required);
    }

    JsonNode form(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "name", "官网询价",
                "title", "告诉我们您要什么",
                "intro", "一个工作日内回复",
                "thanks", "收到了，谢谢",
                "fields",
                        List.of(
                                asked("name", false),
                                asked("contactName", true),
                                asked("phone", true),
                                asked("need", false)),
                "consent", CONSENT,
                "source", "expo",
                "campaign", "春季展",
                "owners", List.of(rep.id())));
        body.putAll(more);
        return done(201, admin.post(FORMS, body));
    }

    static JsonNode done(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    static String path(JsonNode form) {
        String address = form.path("address").asString();
        return address.substring(address.indexOf("/f/"));
    }

    /** Of a page that was handed out so long ago. */
    String token(JsonNode form, Duration ago) {
        String secret = database.select(WEB_FORM_KEY.SECRET)
                .from(WEB_FORM_KEY)
                .where(WEB_FORM_KEY.KEY.eq(path(form).substring(3)))
                .fetchSingle(WEB_FORM_KEY.SECRET);
        return PageToken.make(
                        Instant.now().minus(ago), form.path("consentVersion").asInt())
                .signed(secret);
    }

    /** What somebody fills in who took his time. */
    Map<String, String> filled(JsonNode form) {
        var values = new LinkedHashMap<String, String>();
        values.put("_token", token(form, Duration.ofMinutes(1)));
        values.put("name", "宁波模塑厂");
        values.put("contactName", "钱工");
        values.put("phone", "13861557721");
        values.put("need", "两台循环水泵");
        values.put("_agreed", "true");
        return values;
    }

    Map<String, String> filled(JsonNode form, String field, String value) {
        var values = filled(form);
        values.put(field, value);
        return values;
    }

    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Http.Answer send(JsonNode form, Map<String, String> values) {
        return sendRaw(path(form), encoded(values));
    }

    Http.Answer sendRaw(String path, String body) {
        return stranger.with("Content-Type", "application/x-www-form-urlencoded")
                .post(path, body);
    }

    List<JsonNode> leads() {
        return admin.get("/api/v1/leads?sort=createdAt")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    JsonNode onlyLead() {
        assertThat(leads()).hasSize(1);
        return leads().getFirst();
    }

    JsonNode again(JsonNode form) {
        return done(200, admin.get(FORMS + "/" + form.path("id").asString()));
    }
}
