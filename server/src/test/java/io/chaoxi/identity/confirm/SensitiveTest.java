package io.chaoxi.identity.confirm;

import static chaoxi.tables.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Walks over the list of sensitive changes: each is refused ten minutes after the last proof, and passes after one. */
@ApplicationTest
class SensitiveTest {
    private static final String CONFIRMATION = "/api/v1/session/confirmation";
    private static final Map<String, String> PASSWORD = Map.of("password", Firm.PASSWORD);

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext database;

    Firm firm;
    Http admin;
    SignedIn colleague;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        colleague = firm.person();
    }

    private void proved(Duration ago) {
        database.update(SESSION)
                .set(SESSION.CONFIRMED_AT, OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
                .where(SESSION.TENANT_ID.eq(firm.tenant()))
                .execute();
    }

    private Http.Answer make(Sensitive change, Http who) {
        String person = "/api/v1/people/" + colleague.id();
        return switch (change) {
            case TOKEN_MADE -> who.post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of("people.manage")));
            case OWN_PASSWORD ->
                who.post("/api/v1/session/password", Map.of("current", Firm.PASSWORD, "new", "quite another one"));
            case OWN_FACTOR -> who.post("/api/v1/session/factor", null);
            case ROLES_GIVEN -> {
                long version = admin.get(person).json().path("version").asLong();
                yield who.patch(person, version, Map.of("roles", List.of(firm.role("manager"))));
            }
            case RIGHTS_CHANGED -> {
                String role = "/api/v1/roles/" + firm.role("rep");
                long version = admin.get(role).json().path("version").asLong();
                yield who.patch(role, version, Map.of("permissions", List.of("customer.read")));
            }
            case LOGIN_CHANGED -> {
                long version = admin.get(person).json().path("version").asLong();
                yield who.patch(person, version, Map.of("login", "renamed-" + firm.tenant()));
            }
            case PASSWORD_RESET -> who.post(person + "/password", Map.of());
            case FACTOR_RESET -> who.delete(person + "/factor");
            case PERSON_EXPORTED -> who.post("/api/v1/privacy/contact/" + contact() + "/export", null);
            case PERSON_ERASED ->
                who.post(
                        "/api/v1/privacy/contact/" + contact() + "/erase",
                        Map.of("name", "来访", "reason", "consentWithdrawn"));
        };
    }

    private UUID contact() {
        UUID customer = firm.record("customer", Map.of("name", "来访公司"));
        return firm.record("contact", Map.of("name", "来访", "customer", customer));
    }

    @ParameterizedTest
    @EnumSource
    void aSensitiveChangeWantsAProofOfTheLastTenMinutes(Sensitive change) {
        proved(Duration.ofMinutes(10));
        if (change != Sensitive.OWN_PASSWORD) {
            var refused = make(change, admin);
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("reauthenticationNeeded");
            assertThat(admin.post(CONFIRMATION, PASSWORD).status()).isEqualTo(204);
        }
        assertThat(make(change, admin).status()).isIn(200, 201, 202, 204);
    }

    @ParameterizedTest
    @EnumSource
    void passesWithinTenMinutes(Sensitive change) {
        proved(Duration.ofMinutes(9));
        assertThat(make(change, admin).status()).isIn(200, 201, 202, 204);
    }

    @ParameterizedTest
    @EnumSource
    void aProgramDoesWhatItsScopesSayButNothingThatMakesItAPerson(Sensitive change) {
        var scopes = List.of(
                "people.manage",
                "roles.manage",
                "person.read",
                "person.update",
                "privacy.manage",
                "contact.read",
                "contact.delete");
        var made = admin.post("/api/v1/tokens", Map.of("name", "程序", "scopes", scopes));
        Http program =
                Http.visitor(application).bearing(made.json().path("token").asString());
        var answer = make(change, program);
        if (change.open()) assertThat(answer.code()).as(answer.text()).isNotEqualTo("sessionNeeded");
        else assertThat(answer.code()).as(answer.text()).isEqualTo("sessionNeeded");
        assertThat(answer.code()).isNotEqualTo("reauthenticationNeeded");
    }

    @Test
    void ordinaryChangesWantNoProof() {
        proved(Duration.ofHours(5));
        String person = "/api/v1/people/" + colleague.id();
        long version = admin.get(person).json().path("version").asLong();
        assertThat(admin.patch(person, version, Map.of("jobTitle", "销售", "roles", List.of()))
                        .status())
                .isEqualTo(200);
        String role = "/api/v1/roles/" + firm.role("rep");
        long roleVersion = admin.get(role).json().path("version").asLong();
        assertThat(admin.patch(role, roleVersion, Map.of("name", "业务员")).status())
                .isEqualTo(200);
        assertThat(admin.post("/api/v1/people/" + colleague.id() + "/lock", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void makingAPersonWithRolesAndPasswordIsOneOfThem() {
        proved(Duration.ofMinutes(11));
        var body = Map.of("name", "新人", "login", "new-" + firm.tenant(), "roles", List.of(firm.role("rep")));
        assertThat(admin.post("/api/v1/people", body).code()).isEqualTo("reauthenticationNeeded");
        assertThat(admin.post(CONFIRMATION, PASSWORD).status()).isEqualTo(204);
        assertThat(admin.post("/api/v1/people", body).status()).isEqualTo(201);
    }

    @Test
    void aProofIsPasswordOrCodeAndHoldsForItsSessionOnly() {
        var phone = Authenticator.of(admin);
        Http other = firm.signIn(firm.administrator().id(), firm.administrator().login())
                .http();
        proved(Duration.ofMinutes(11));
        assertThat(admin.post(CONFIRMATION, Map.of()).status()).isEqualTo(422);
        assertThat(admin.post(CONFIRMATION, Map.of("password", "not mine at all"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(CONFIRMATION, Map.of("code", "123123x")).status()).isEqualTo(422);
        assertThat(make(Sensitive.TOKEN_MADE, admin).code()).isEqualTo("reauthenticationNeeded");
        assertThat(admin.post(CONFIRMATION, Map.of("code", phone.recoveryCode()))
                        .status())
                .isEqualTo(204);
        assertThat(make(Sensitive.TOKEN_MADE, admin).status()).isEqualTo(201);
        assertThat(make(Sensitive.TOKEN_MADE, other).code()).isEqualTo("reauthenticationNeeded");
    }

    @Test
    void guessingAProofIsSlowedDown() {
        for (int i = 0; i < 10; i++) {
            assertThat(admin.post(CONFIRMATION, Map.of("password", "wrong password " + i))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(admin.post(CONFIRMATION, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aProgramCannotProveAnything() {
        var made = admin.post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of("person.read")));
        Http program =
                Http.visitor(application).bearing(made.json().path("token").asString());
        assertThat(program.post(CONFIRMATION, PASSWORD).code()).isEqualTo("sessionNeeded");
    }
}
