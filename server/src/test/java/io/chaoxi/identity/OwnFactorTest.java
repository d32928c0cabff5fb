package io.chaoxi.identity;

import static chaoxi.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.FaultyDataSource;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What somebody does in a session to his own second factor, and what somebody else at his screen cannot. */
@ApplicationTest
class OwnFactorTest {
    private static final String FACTOR = "/api/v1/session/factor";

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    @Autowired
    DataSource dataSource;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private Http.Answer password() {
        return Http.visitor(application)
                .post("/api/v1/session", Map.of("login", firm.administrator().login(), "password", Firm.PASSWORD));
    }

    /** Signing in with password and code. */
    private Http.Answer enter(String code) {
        String ticket = password().json().path("ticket").asString("");
        return Http.visitor(application).post("/api/v1/session/code", Map.of("ticket", ticket, "code", code));
    }

    private Http.Answer renew(String code) {
        return admin.post(FACTOR + "/recovery-codes", Map.of("code", code));
    }

    private static String codeOf(Http.Answer answer) {
        return answer.json().path("errors").path(0).path("code").asString("");
    }

    @Test
    void isRemovedWithPasswordAndCodeAndSwitchingItEndsTheOtherSessions() {
        Http other = firm.signIn(firm.administrator().id(), firm.administrator().login())
                .http();
        var phone = Authenticator.of(admin);
        SignInTest.within5Seconds(() -> other.get("/api/v1/session").status() == 401);
        String removal = FACTOR + "/removal";
        assertThat(codeOf(admin.post(removal, Map.of("password", "not mine", "code", phone.recoveryCode()))))
                .isEqualTo("passwordWrong");
        assertThat(codeOf(admin.post(removal, Map.of("password", Firm.PASSWORD, "code", "123123x"))))
                .isEqualTo("codeWrong");
        assertThat(password().code()).isEqualTo("codeNeeded");
        assertThat(admin.post(removal, Map.of("password", Firm.PASSWORD, "code", phone.recoveryCode()))
                        .status())
                .isEqualTo(204);
        assertThat(password().status()).isEqualTo(200);
        assertThat(renew("123123").code()).isEqualTo("secondFactorMissing");
        assertThat(admin.get("/api/v1/audit").text()).contains("secondFactorRemoved");
        SignInTest.within5Seconds(
                () -> admin.get("/api/v1/notifications").text().contains("你的两步验证关掉了"));
    }

    /** Each statement fails once, commits among them. */
    @Test
    void itStandsAndTheOtherSessionsAreEndedOrNeither() {
        String secret = admin.post(FACTOR, null).json().path("secret").asString();
        firm.signIn(firm.administrator().id(), firm.administrator().login());
        var faulty = (FaultyDataSource) dataSource;
        FaultyDataSource.Fault fault;
        int statement = 0;
        do {
            fault = faulty.arm(firm.tenant(), ++statement);
            var answer =
                    admin.expectingFaults().post(FACTOR + "/proof", Map.of("code", new Authenticator(secret).code(0)));
            faulty.disarm();
            boolean stands = !admin.get(FACTOR).json().path("since").isNull();
            assertThat(sessions())
                    .as("after a fault of statement " + statement + ": " + answer.text())
                    .isEqualTo(stands ? 1 : 2);
        } while (fault.struck());
        assertThat(statement).isGreaterThan(4);
        assertThat(sessions()).isEqualTo(1);
    }

    private int sessions() {
        return database.fetchCount(SESSION, SESSION.TENANT_ID.eq(firm.tenant()));
    }

    @Test
    void newRecoveryCodesKillTheOldOnes() {
        var phone = Authenticator.of(admin);
        List<String> codes = Authenticator.texts(renew(phone.code(1)).json().path("recoveryCodes"));
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(phone.recoveryCodes());
        assertThat(codeOf(enter(phone.recoveryCode()))).isEqualTo("codeWrong");
        assertThat(enter(codes.getFirst()).status()).isEqualTo(200);
        SignInTest.within5Seconds(
                () -> admin.get("/api/v1/notifications").text().contains("你的恢复码换了一批"));
    }

    @Test
    void whoKnowsThePasswordAloneGetsNoNewRecoveryCodes() {
        var phone = Authenticator.of(admin);
        var confirmed = admin.post("/api/v1/session/confirmation", Map.of("password", Firm.PASSWORD));
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(codeOf(renew(""))).isEqualTo("notBlank");
        assertThat(codeOf(renew(Firm.PASSWORD))).isEqualTo("codeWrong");
        assertThat(enter(phone.recoveryCode()).status()).as("the old ones live").isEqualTo(200);
        assertThat(renew(phone.recoveryCode()).json().path("recoveryCodes").size())
                .isEqualTo(10);
    }
}
