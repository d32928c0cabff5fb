package io.chaoxi.identity;

import static chaoxi.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The access log tells people what was done, on what, and through which token. */
@ApplicationTest
class AccessLogTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private Optional<JsonNode> line(String action) {
        return admin.get("/api/v1/audit")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("action").asString().equals(action))
                .findFirst();
    }

    private List<String> words(String action) {
        return Authenticator.texts(line(action).orElseThrow().path("words"));
    }

    private Http program(SignedIn maker, String name, String... scopes) {
        var made = maker.http().post("/api/v1/tokens", Map.of("name", name, "scopes", List.of(scopes)));
        return Http.visitor(application).bearing(made.json().path("token").asString());
    }

    @Test
    void aRefusalSaysWhatWasWantedOfWhichRecordAndWhatWasMissing() {
        UUID customer = firm.record("customer", Map.of("name", "鞍钢股份"));
        Http auditor = firm.person("auditor").http();
        assertThat(auditor.delete("/api/v1/customers/" + customer).status()).isEqualTo(403);
        assertThat(words("refused")).containsExactly("删除客户", "鞍钢股份", "缺少权限「客户：删除和还原」");
        assertThat(admin.get("/api/v1/audit").text())
                .contains("customer.delete")
                .doesNotContain("[a-z]");
        assertThat(auditor.patch("/api/v1/firm/limits", 1, Map.of("unchangedDays", 3))
                        .status())
                .isEqualTo(403);
        assertThat(words("refused")).containsExactly("改上限与标准", "缺少权限「公司设置」");
    }

    @Test
    void namesTheTokenThatItWasDoneThrough() {
        UUID customer = firm.record("customer", Map.of("name", "鞍钢股份"));
        Http program = program(firm.administrator(), "ERP 对接", "customer.read");
        assertThat(program.post("/api/v1/customers/" + customer + "/comments", Map.of("text", "你好"))
                        .status())
                .isEqualTo(403);
        var refused = line("refused").orElseThrow();
        assertThat(refused.path("token").asString()).isEqualTo("ERP 对接");
        assertThat(refused.path("by").path("label").asString()).isEqualTo("王管理");
        assertThat(words("refused")).containsExactly("在客户上留言", "鞍钢股份", "这个令牌只能看，不能写");
        assertThat(words("tokenMade")).containsExactly("令牌", "ERP 对接", "客户：查看");
        assertThat(line("tokenMade").orElseThrow().path("token").isNull()).isTrue();
    }

    @Test
    void anExportSaysFromWhereItWasOrdered() {
        firm.record("customer", Map.of("name", "鞍钢股份"));
        var order = Map.of("object", "customer", "format", "csv", "fields", List.of("name"));
        assertThat(admin.post("/api/v1/exports", order).status()).isEqualTo(202);
        SignInTest.within5Seconds(() -> line("exported").isPresent());
        assertThat(line("exported").orElseThrow().path("address").asString()).isNotEmpty();
        assertThat(words("exported")).containsExactly("客户", "1 行", "CSV");
    }

    @Test
    void aShareSaysWithWhomAndHow() {
        UUID customer = firm.record("customer", Map.of("name", "鞍钢股份"));
        SignedIn rep = firm.person("rep");
        String share = "/api/v1/customers/" + customer + "/shares/person/" + rep.id();
        assertThat(admin.put(share, Map.of("level", "read")).status()).isBetween(200, 204);
        assertThat(words("shared")).containsExactly("客户", "鞍钢股份", rep.actor().name(), "只能看");
    }

    @Test
    void toBeAskedForAProofIsNoRefusalButAWrongAnswerIsNoted() {
        admin = firm.person("auditor").http();
        var signedIn = Http.visitor(application)
                .post("/api/v1/session", Map.of("login", firm.administrator().login(), "password", Firm.PASSWORD));
        Http session = Http.visitor(application).inSession(signedIn.session());
        Authenticator.of(session);
        database.update(SESSION)
                .set(SESSION.CONFIRMED_AT, OffsetDateTime.now(ZoneOffset.UTC).minusHours(1))
                .where(SESSION.TENANT_ID.eq(firm.tenant()))
                .execute();
        var token = Map.of("name", "程序", "scopes", List.of("customer.read"));
        assertThat(session.post("/api/v1/tokens", token).code()).isEqualTo("reauthenticationNeeded");
        assertThat(session.post("/api/v1/session/confirmation", Map.of("code", "000000"))
                        .status())
                .isEqualTo(422);
        assertThat(line("proofRefused").orElseThrow().at("/detail/why").asString())
                .isEqualTo("code");
        assertThat(line("proofRefused").orElseThrow().at("/by/label").asString())
                .isEqualTo("王管理");
        session.post("/api/v1/session/confirmation", Map.of("password", "a wrong password"));
        assertThat(line("proofRefused").orElseThrow().at("/detail/why").asString())
                .isEqualTo("password");
        assertThat(line("refused")).isEmpty();
    }

    @Test
    void fieldsRightsAndSettingsHaveTheirNames() {
        UUID customer = firm.record("customer", Map.of("name", "鞍钢股份", "phone", "+8613800138000"));
        admin.post("/api/v1/customers/" + customer + "/reveal", Map.of("field", "phone"));
        assertThat(words("revealed")).containsExactly("客户", "鞍钢股份", "电话");
        admin.post("/api/v1/roles", Map.of("name", "人事", "permissions", List.of("people.manage", "person.read")));
        assertThat(words("roleCreated").subList(0, 2)).containsExactly("角色", "人事");
        assertThat(words("roleCreated").get(2)).contains("同事：查看");
        var limits = admin.get("/api/v1/firm/limits").json();
        admin.patch("/api/v1/firm/limits", limits.path("version").asLong(), Map.of("unchangedDays", 30));
        assertThat(words("limitChanged")).containsExactly("多久没更新算旧（天）", "30");
    }
}
