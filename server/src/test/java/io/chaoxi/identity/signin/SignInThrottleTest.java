package io.chaoxi.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.Map;
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

    Http visitor;
    String login;

    @BeforeEach
    void found() {
        visitor = Http.visitor(application);
        login = Firm.found(application).administrator().login();
    }

    private Http.Answer signIn(Http from, String password) {
        return from.post("/api/v1/session", Map.of("login", login, "password", password));
    }

    /** The browser after a sign-in: what it sends again is the cookie of the device. */
    private Http device() {
        String cookie = signIn(visitor, Firm.PASSWORD).headers().allValues("set-cookie").stream()
                .filter(one -> one.startsWith("CHAOXI_DEVICE="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/session");
        return visitor.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
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
    void aCrowdThatKnowsThePasswordHasTwentyCodes() {
        signIn(visitor, Firm.PASSWORD);
        for (int i = 0; i < 20; i++) throttle.attemptCode(login, stranger(i));
        assertThatThrownBy(() -> throttle.attemptCode(login, stranger(20))).isInstanceOf(Refusal.class);
        assertThatCode(() -> throttle.attemptCode(login, new Origin("127.0.0.1", "test")))
                .doesNotThrowAnyException();
    }

    private static Origin stranger(int number) {
        return new Origin("198.51.%d.%d".formatted(100 + number / 250, number % 250), "test");
    }
}
