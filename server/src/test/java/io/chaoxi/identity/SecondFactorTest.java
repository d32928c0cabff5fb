package io.chaoxi.identity;

import static chaoxi.tables.Tables.HALF_SIGN_IN;
import static chaoxi.tables.Tables.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class SecondFactorTest {
    private static final String FACTOR = "/api/v1/session/factor";

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    Firm firm;
    Http admin;
    Http visitor;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        visitor = Http.visitor(application);
    }

    private Http.Answer password() {
        return visitor.post(
                "/api/v1/session", Map.of("login", firm.administrator().login(), "password", Firm.PASSWORD));
    }

    private String ticket() {
        var half = password();
        assertThat(half.code()).as(half.text()).isEqualTo("codeNeeded");
        return half.json().path("ticket").asString();
    }

    private Http.Answer enter(String ticket, String code) {
        return visitor.post("/api/v1/session/code", Map.of("ticket", ticket, "code", code));
    }

    private static String codeOf(Http.Answer answer) {
        return answer.json().path("errors").path(0).path("code").asString("");
    }

    @Test
    void isProvedByAFirstCodeAndTellsItsSecretOnce() {
        var begun = admin.post(FACTOR, null);
        assertThat(begun.status()).isEqualTo(201);
        String secret = begun.json().path("secret").asString();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(begun.json().path("address").asString())
                .startsWith("otpauth://totp/%E6%BD%AE%E6%B1%90%20CRM:"
                        + firm.administrator().login() + "?secret=" + secret + "&issuer=%E6%BD%AE%E6%B1%90%20CRM&")
                .contains("digits=6", "period=30", "algorithm=SHA1");
        assertThat(password().status()).as("not on before it is proved").isEqualTo(200);
        var phone = new Authenticator(secret);
        assertThat(codeOf(admin.post(FACTOR + "/proof", Map.of("code", "000000x"))))
                .isEqualTo("codeWrong");
        var proved = admin.post(FACTOR + "/proof", Map.of("code", " " + phone.code(0)));
        assertThat(Authenticator.texts(proved.json().path("recoveryCodes")))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(admin.post(FACTOR, null).code()).isEqualTo("secondFactorStands");
        var state = admin.get(FACTOR);
        assertThat(state.json().path("since").asString("")).isNotEmpty();
        assertThat(state.json().path("recoveryCodes").asInt()).isEqualTo(10);
        assertThat(state.text()).doesNotContain(secret);
        assertThat(password().code()).isEqualTo("codeNeeded");
    }

    @Test
    void keepsSecretAndCodesOutOfTheDatabaseAndTheAccessLog() {
        var phone = Authenticator.of(admin);
        byte[] kept = database.select(SECOND_FACTOR.SECRET)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.TENANT_ID.eq(firm.tenant()))
                .fetchSingle(SECOND_FACTOR.SECRET);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(phone.secret());
        enter(ticket(), phone.recoveryCode());
        String log = admin.get("/api/v1/audit").text();
        assertThat(log).contains("secondFactorSet", "\"with\":\"recoveryCode\"");
        assertThat(log)
                .doesNotContain(phone.secret())
                .doesNotContain(phone.recoveryCodes().getFirst());
    }

    @Test
    void theAccessLogTellsOfARightPasswordWhoseCodeNeverCame() {
        Authenticator.of(admin);
        ticket();
        var line = admin.get("/api/v1/audit").json().path("items").path(0);
        assertThat(line.path("action").asString()).isEqualTo("codeAsked");
        assertThat(line.path("by").isNull()).as("nobody knows who it was").isTrue();
        assertThat(line.path("record").path("label").asString()).isEqualTo("王管理");
        assertThat(line.path("address").asString("")).isNotEmpty();
        assertThat(line.path("detail").path("agent").asString("")).contains("Java");
    }

    @Test
    void theRightPasswordAloneOpensNothing() {
        Authenticator.of(admin);
        var half = password();
        assertThat(half.status()).isEqualTo(401);
        assertThat(half.session()).isEmpty();
        String ticket = half.json().path("ticket").asString();
        assertThat(visitor.inSession(ticket).get("/api/v1/session").status()).isEqualTo(401);
        assertThat(visitor.inSession(ticket).get(FACTOR).status()).isEqualTo(401);
        assertThat(visitor.bearing(ticket).get("/api/v1/session").status()).isEqualTo(401);
        assertThat(enter("made-up", "123456").code()).isEqualTo("signInExpired");
    }

    @Test
    void passwordAndCodeOpenASession() {
        var phone = Authenticator.of(admin);
        var whole = enter(ticket(), phone.code(1));
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.json().path("permissions").size()).isPositive();
        assertThat(visitor.inSession(whole.session()).get("/api/v1/people").status())
                .isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnce() {
        var phone = Authenticator.of(admin);
        assertThat(codeOf(enter(ticket(), phone.code(0)))).as("proved it").isEqualTo("codeWrong");
        String code = phone.code(1);
        assertThat(enter(ticket(), code).status()).isEqualTo(200);
        assertThat(codeOf(enter(ticket(), code))).isEqualTo("codeWrong");
        String recovery = phone.recoveryCode();
        assertThat(enter(ticket(), recovery.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                        .status())
                .isEqualTo(200);
        assertThat(codeOf(enter(ticket(), recovery))).isEqualTo("codeWrong");
        assertThat(admin.get(FACTOR).json().path("recoveryCodes").asInt()).isEqualTo(9);
    }

    @Test
    void ofFourWhoSendTheSameCodeAtOnceOneGetsIn() {
        var phone = Authenticator.of(admin);
        List<String> tickets = IntStream.range(0, 4).mapToObj(i -> ticket()).toList();
        String code = phone.code(1);
        var answers = tickets.stream()
                .map(ticket -> CompletableFuture.supplyAsync(() -> enter(ticket, code)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(1);
    }

    @Test
    void aTicketDiesWithTheFifthWrongCode() {
        var phone = Authenticator.of(admin);
        String ticket = ticket();
        for (int i = 0; i < 4; i++)
            assertThat(codeOf(enter(ticket, "12345" + i + "x"))).isEqualTo("codeWrong");
        assertThat(enter(ticket, "wrong again").code()).isEqualTo("signInExpired");
        assertThat(enter(ticket, phone.recoveryCode()).code()).isEqualTo("signInExpired");
        assertThat(enter(ticket(), phone.recoveryCode()).status()).isEqualTo(200);
    }

    @Test
    void aTicketLivesFiveMinutesAndOpensOneSession() {
        var phone = Authenticator.of(admin);
        String ticket = ticket();
        var until = database.select(HALF_SIGN_IN.EXPIRES_AT)
                .from(HALF_SIGN_IN)
                .where(HALF_SIGN_IN.TENANT_ID.eq(firm.tenant()))
                .fetchSingle(HALF_SIGN_IN.EXPIRES_AT);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        assertThat(until).isBetween(now.plusMinutes(4), now.plusMinutes(5));
        database.update(HALF_SIGN_IN)
                .set(HALF_SIGN_IN.EXPIRES_AT, now.minusSeconds(1))
                .where(HALF_SIGN_IN.TENANT_ID.eq(firm.tenant()))
                .execute();
        assertThat(enter(ticket, phone.recoveryCode()).code()).isEqualTo("signInExpired");
        String second = ticket();
        assertThat(enter(second, phone.recoveryCode()).status()).isEqualTo(200);
        assertThat(enter(second, phone.recoveryCode()).code()).isEqualTo("signInExpired");
    }

    @Test
    void aNewPasswordEndsWhatWaitsForACode() {
        var phone = Authenticator.of(admin);
        String ticket = ticket();
        assertThat(admin.post("/api/v1/session/password", Map.of("current", Firm.PASSWORD, "new", "another secret"))
                        .status())
                .isEqualTo(204);
        assertThat(enter(ticket, phone.recoveryCode()).code()).isEqualTo("signInExpired");
    }

    @Test
    void theFactorsOfTwoFirmsKnowNothingOfEachOther() {
        Firm other = Firm.found(application);
        var theirs = Authenticator.of(other.administrator().http());
        var ours = Authenticator.of(admin);
        assertThat(codeOf(enter(ticket(), theirs.recoveryCode()))).isEqualTo("codeWrong");
        assertThat(codeOf(enter(ticket(), theirs.code(1)))).isEqualTo("codeWrong");
        String person = "/api/v1/people/" + other.administrator().id() + "/factor";
        assertThat(admin.delete(person).status()).isEqualTo(404);
        assertThat(other.administrator().http().get(FACTOR).json().path("since").isNull())
                .isFalse();
        assertThat(enter(ticket(), ours.recoveryCode()).status()).isEqualTo(200);
    }

    @Test
    void aTokenCannotTouchIt() {
        var made =
                admin.post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of("people.manage", "person.read")));
        Http program = visitor.bearing(made.json().path("token").asString());
        assertThat(program.get(FACTOR).code()).isEqualTo("sessionNeeded");
        assertThat(program.post(FACTOR, null).code()).isEqualTo("sessionNeeded");
        String person = "/api/v1/people/" + firm.person().id() + "/factor";
        assertThat(program.delete(person).code()).isEqualTo("sessionNeeded");
    }
}
