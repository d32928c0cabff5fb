package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.identity.factor.FactorKey;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A stranger who hammers a login is stopped, and its owner still gets in from the devices and addresses he has. */
@ApplicationTest
class SignInThrottleTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    DSLContext database;

    @Autowired
    FactorKey key;

    Firm firm;
    Http visitor;
    String login;

    @BeforeEach
    void found() {
        visitor = Http.visitor(application);
        firm = Firm.found(application);
        login = firm.administrator().login();
    }

    private Http.Answer signIn(Http from, String password) {
        return from.post("/api/v1/session", Map.of("login", login, "password", password));
    }

    private Http device() {
        return visitor.with("Cookie", cookie(signIn(visitor, Firm.PASSWORD)));
    }

    /** What the browser sends again after a sign-in: the cookie of the device. */
    private static String cookie(Http.Answer signedIn) {
        String cookie = signedIn.headers().allValues("set-cookie").stream()
                .filter(one -> one.startsWith("CHAOXI_DEVICE="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/session");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void whoHammersFromTheSameAddressDoesNotLockTheOwnersDeviceOut() {
        Http owner = device();
        for (int i = 0; i < 10; i++)
            assertThat(signIn(visitor, "guess " + i + " of many").status()).isEqualTo(401);
        assertThat(signIn(visitor, Firm.PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(owner, Firm.PASSWORD).status()).isEqualTo(200);
        assertThat(signIn(visitor, Firm.PASSWORD).status())
                .as("the owner's success frees no stranger")
                .isEqualTo(429);
    }

    @Test
    void aDeviceHasTenAttemptsOfItsOwn() {
        Http thief = device();
        for (int i = 0; i < 10; i++)
            assertThat(signIn(thief, "guess " + i + " of many").status()).isEqualTo(401);
        assertThat(signIn(thief, Firm.PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(visitor, Firm.PASSWORD).status())
                .as("others are free")
                .isEqualTo(200);
    }

    @Test
    void aCookieOfAnotherLoginOrMadeUpIsAStrangers() {
        Http mine = device();
        String before = login;
        login = Firm.found(application).administrator().login();
        for (Http stranger : new Http[] {mine, visitor.with("Cookie", "CHAOXI_DEVICE=a.b")}) {
            for (int i = 0; i < 5; i++)
                assertThat(signIn(stranger, "guess " + i + " of many").status()).isEqualTo(401);
        }
        assertThat(signIn(mine, Firm.PASSWORD).status()).isEqualTo(429);
        login = before;
        assertThat(signIn(mine, Firm.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aCrowdOfStrangersDoesNotLockAnAddressOutWhereOneIsSignedIn() {
        signIn(visitor, Firm.PASSWORD);
        for (int i = 0; i < 200; i++) throttle.attempt(login, stranger(i));
        assertThatThrownBy(() -> throttle.attempt(login, stranger(200))).isInstanceOf(Refusal.class);
        assertThatCode(() -> throttle.attempt(login, new Origin("127.0.0.1", "test")))
                .doesNotThrowAnyException();
    }

    @Test
    void anAddressWhereTheSessionRanOutIsNotHisAnyMore() {
        signIn(visitor, Firm.PASSWORD);
        database.update(SESSION)
                .set(SESSION.EXPIRES_AT, OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1))
                .where(SESSION.TENANT_ID.eq(firm.tenant()))
                .execute();
        for (int i = 0; i < 200; i++) throttle.attempt(login, stranger(i));
        assertThatThrownBy(() -> throttle.attempt(login, new Origin("127.0.0.1", "test")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aCrowdThatKnowsThePasswordHasTwentyCodes() {
        signIn(visitor, Firm.PASSWORD);
        for (int i = 0; i < 20; i++) throttle.attemptCode(login, stranger(i));
        assertThatThrownBy(() -> throttle.attemptCode(login, stranger(20))).isInstanceOf(Refusal.class);
        assertThatCode(() -> throttle.attemptCode(login, new Origin("127.0.0.1", "test")))
                .doesNotThrowAnyException();
    }

    @Test
    void aRightPasswordFreesNoGuessesOfTheCode() {
        Http thief = visitor.inSession(signIn(visitor, Firm.PASSWORD).session());
        var phone = Authenticator.of(thief);
        Http owner = visitor.with("Cookie", cookie(enter(visitor, phone.recoveryCode())));
        for (int i = 0; i < 25; i++) {
            assertThat(removal(thief, "guess " + i).status()).as("try " + i).isEqualTo(i < 10 ? 422 : 429);
            assertThat(confirm(thief, Map.of("password", Firm.PASSWORD)).status())
                    .isEqualTo(204);
        }
        assertThat(confirm(thief, Map.of("code", phone.recoveryCode())).status())
                .isEqualTo(429);
        assertThat(removal(thief, phone.recoveryCode()).status()).isEqualTo(429);
        assertThat(enter(owner, phone.recoveryCode()).status())
                .as("the owner on a device of his own")
                .isEqualTo(200);
    }

    @Test
    void noMoreGuessesOfTheCodeOnTheOwnersDevice() {
        var signedIn = signIn(visitor, Firm.PASSWORD);
        String cookies = cookie(signedIn) + "; CHAOXI_SESSION=" + signedIn.session() + "; XSRF-TOKEN=of-the-test";
        Http thief = visitor.with("Cookie", cookies).with("X-XSRF-TOKEN", "of-the-test");
        var phone = Authenticator.of(thief);
        for (int i = 0; i < 10; i++)
            assertThat(removal(thief, "guess " + i).status()).isEqualTo(422);
        assertThat(removal(thief, phone.recoveryCode()).status()).isEqualTo(429);
        assertThat(enter(visitor, phone.recoveryCode()).status())
                .as("the owner elsewhere")
                .isEqualTo(200);
    }

    @Test
    void aLoginThatIsCalledSetUpHasNothingToDoWithSettingUp() {
        var home = new Origin("203.0.113.9", "test");
        for (int i = 0; i < 10; i++) throttle.attemptSetUp(home);
        assertThatThrownBy(() -> throttle.attemptSetUp(home)).isInstanceOf(Refusal.class);
        assertThatCode(() -> throttle.attempt("set-up", home)).doesNotThrowAnyException();
    }

    @Test
    void aDeviceIsForgottenAfterHalfAYear() {
        var origin = new Origin(
                "127.0.0.1", "test", cookie(signIn(visitor, Firm.PASSWORD)).split("=", 2)[1]);
        for (int days : new int[] {0, 179, 180, 400}) {
            var later = new KnownDevices(key, null, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
            assertThat(later.number(login, origin).isPresent())
                    .as(days + " days")
                    .isEqualTo(days < 180);
        }
    }

    @Test
    void whoIsNoTrustedProxyCannotSayWhereHeIs() {
        var secure = signIn(visitor.with("X-Forwarded-Proto", "https"), Firm.PASSWORD);
        assertThat(secure.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.contains("Secure"));
        for (int i = 0; i < 10; i++)
            assertThat(signIn(visitor.with("X-Forwarded-For", "198.51.100." + i), "guess " + i + " of many")
                            .status())
                    .isEqualTo(401);
        assertThat(signIn(visitor.with("X-Forwarded-For", "198.51.100.99"), Firm.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    private static Http.Answer removal(Http who, String code) {
        return who.post("/api/v1/session/factor/removal", Map.of("password", Firm.PASSWORD, "code", code));
    }

    private static Http.Answer confirm(Http who, Map<String, String> proof) {
        return who.post("/api/v1/session/confirmation", proof);
    }

    /** Password and code. */
    private Http.Answer enter(Http from, String code) {
        String ticket = signIn(from, Firm.PASSWORD).json().path("ticket").asString("");
        return from.post("/api/v1/session/code", Map.of("ticket", ticket, "code", code));
    }

    private static Origin stranger(int number) {
        return new Origin("198.51.%d.%d".formatted(100 + number / 250, number % 250), "test");
    }
}
