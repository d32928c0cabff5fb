package io.chaoxi.identity;

import static chaoxi.tables.Tables.PROVIDER_ATTEMPT;
import static chaoxi.tables.Tables.PROVIDER_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.OpenIdBrowser;
import io.chaoxi.testing.OpenIdBrowser.Came;
import io.chaoxi.testing.OpenIdProvider;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ApplicationTest
class OpenIdSignInTest {
    private static final OpenIdProvider PROVIDER = OpenIdProvider.running();

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    Firm firm;
    String login;
    UUID person;
    OpenIdBrowser browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("crm.oidc.issuer", PROVIDER::issuer);
        settings.add("crm.oidc.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("crm.oidc.client-secret", () -> OpenIdProvider.CLIENT_SECRET);
        settings.add("crm.oidc.name", () -> "测试目录");
        settings.add("crm.base-url", () -> OpenIdProvider.BASE);
    }

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        login = "lin-" + firm.tenant() + "@firm.example";
        person = firm.record("person", Map.of("name", "林晓雯", "login", login));
        browser = new OpenIdBrowser(application);
    }

    private String user(boolean verified, Consumer<JwtClaimsSet.Builder> further) {
        String user = "user-" + UUID.randomUUID();
        PROVIDER.says(user, claims -> {
            claims.claim("email", login.toUpperCase(java.util.Locale.ROOT)).claim("email_verified", verified);
            further.accept(claims);
        });
        return user;
    }

    private String user() {
        return user(true, claims -> {});
    }

    private String log() {
        return firm.administrator().http().get("/api/v1/audit").text();
    }

    @Test
    void signsInWhoseLoginIsTheVerifiedMailAndKnowsHimByHisSubjectFromThenOn() {
        assertThat(Http.visitor(application)
                        .get("/api/v1/session/provider")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("测试目录");
        String user = user();
        var answer = browser.signIn(user);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("person").path("name").asString()).isEqualTo("林晓雯");
        assertThat(answer.json().path("passwordChangeNeeded").asBoolean()).isFalse();
        assertThat(Http.visitor(application)
                        .inSession(answer.session())
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(200);
        assertThat(log()).contains("\"providerLinked\"", user, "\"signedIn\"", "\"with\":\"provider\"");
        PROVIDER.says(user, claims -> claims.claim("email", "other@firm.example"));
        var again = new OpenIdBrowser(application).signIn(user);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.session()).isNotEqualTo(answer.session());
    }

    @Test
    void aSignInOfLongAgoAtTheProviderIsNoProofForWhatIsSensitive() {
        var old = Instant.now().minusSeconds(3_600);
        var aged = browser.signIn(user(true, claims -> claims.claim("auth_time", Date.from(old))));
        assertThat(ownFactor(aged).code()).isEqualTo("reauthenticationNeeded");
        var untied = firm.administrator().http().post("/api/v1/people/" + person + "/password", Map.of());
        assertThat(untied.status()).as(untied.text()).isEqualTo(200);
        var fresh = new OpenIdBrowser(application).signIn(user());
        assertThat(ownFactor(fresh).status()).isLessThan(300);
    }

    private Http.Answer ownFactor(Http.Answer signedIn) {
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
        return Http.visitor(application).inSession(signedIn.session()).post("/api/v1/session/factor", null);
    }

    @Test
    void sendsTheBrowserAwayWithPkceAndACookieOutOfReach() {
        var begun = browser.begin();
        assertThat(begun.address())
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("redirect_uri=https://crm.example/sign-in/answer");
        assertThat(begun.setCookie()).contains("HttpOnly", "Secure", "SameSite=Strict", "Max-Age=600");
    }

    @Test
    void neverBelievesAMailThatNobodyVerified() {
        refused(browser.signIn(user(false, claims -> {})), "providerNotLinked");
        refused(
                browser.signIn(user(true, claims -> claims.claims(all -> all.remove("email_verified")))),
                "providerNotLinked");
        assertThat(linked()).isFalse();
    }

    @Test
    void makesNoAccountAndTakesNoNameForALogin() {
        refused(
                browser.signIn(user(
                        true,
                        claims -> claims.claim("email", "nobody@firm.example").claim("preferred_username", login))),
                "providerNotLinked");
        assertThat(linked()).isFalse();
    }

    @Test
    void anAccountBelongsToOneSubject() {
        assertThat(browser.signIn(user()).status()).isEqualTo(200);
        refused(new OpenIdBrowser(application).signIn(user()), "providerNotLinked");
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        String user = user();
        var begun = browser.begin();
        Came came = browser.atProvider(begun, user);
        var stranger = new OpenIdBrowser(application);
        refused(stranger.answer("CHAOXI_PROVIDER=", came), "providerSignInExpired");
        refused(stranger.answer(stranger.begin().cookie(), came), "providerSignInExpired");
        refused(browser.answer(begun.cookie(), new Came("made-up", came.code())), "providerSignInExpired");
        assertThat(browser.answer(begun.cookie(), came).status()).isEqualTo(200);
        refused(browser.answer(begun.cookie(), came), "providerSignInExpired");
    }

    @Test
    void refusesACodeOfAnotherAttempt() {
        String user = user();
        var first = browser.begin();
        Came stolen = browser.atProvider(first, user);
        var second = browser.begin();
        Came own = browser.atProvider(second, user);
        refused(browser.answer(second.cookie(), new Came(own.state(), stolen.code())), "providerRefused");
        refused(browser.answer(first.cookie(), new Came(stolen.state(), "")), "providerRefused");
    }

    @Test
    void refusesAnAnswerThatCameTooLate() {
        var begun = browser.begin();
        Came came = browser.atProvider(begun, user());
        database.update(PROVIDER_ATTEMPT)
                .set(
                        PROVIDER_ATTEMPT.EXPIRES_AT,
                        OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1))
                .execute();
        refused(browser.answer(begun.cookie(), came), "providerSignInExpired");
    }

    @Test
    void refusesTokensThatAreNotMeantForThisSignIn() {
        Instant hourAgo = Instant.now().minusSeconds(3600);
        List<Consumer<JwtClaimsSet.Builder>> spoilt = List.of(
                claims -> claims.claim("nonce", "of another sign-in"),
                claims -> claims.claims(all -> all.remove("nonce")),
                claims -> claims.audience(List.of("another-client")),
                claims -> claims.issuer("https://another.example"),
                claims -> claims.issuedAt(hourAgo.minusSeconds(60)).expiresAt(hourAgo));
        for (var words : spoilt) refused(new OpenIdBrowser(application).signIn(user(true, words)), "providerRefused");
        assertThat(linked()).isFalse();
    }

    @Test
    void refusesATokenThatAnotherKeySigned() {
        assertThat(browser.signIn(user()).status()).isEqualTo(200);
        String user = user();
        PROVIDER.signWithAnotherKey(true);
        try {
            refused(new OpenIdBrowser(application).signIn(user), "providerRefused");
        } finally {
            PROVIDER.signWithAnotherKey(false);
        }
    }

    @Test
    void refusesWhoeverIsLockedLinkedOrNot() {
        String user = user();
        assertThat(browser.signIn(user).status()).isEqualTo(200);
        var locked = firm.administrator().http().post("/api/v1/people/" + person + "/lock", null);
        assertThat(locked.status()).isEqualTo(204);
        refused(new OpenIdBrowser(application).signIn(user), "providerNotLinked");
    }

    @Test
    void asksForTheSecondFactorAllTheSame() {
        var phone = Authenticator.of(firm.signIn(person, login).http());
        var half = browser.signIn(user());
        refused(half, "codeNeeded");
        assertThat(log()).contains("codeAsked");
        var whole = Http.visitor(application)
                .post(
                        "/api/v1/session/code",
                        Map.of("ticket", half.json().path("ticket").asString(), "code", phone.recoveryCode()));
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
    }

    private static void refused(Http.Answer answer, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.session()).isEmpty();
        assertThat(answer.json().path("detail").asString("")).isNotEmpty();
    }

    private boolean linked() {
        return database.fetchExists(PROVIDER_LINK, PROVIDER_LINK.PERSON_ID.eq(person));
    }
}
