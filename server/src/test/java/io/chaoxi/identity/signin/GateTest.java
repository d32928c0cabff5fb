package io.chaoxi.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.testing.Somebody;
import jakarta.servlet.DispatcherType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

/** Who gets through to which route. Nobody here lacks a second factor: whether a role wants one stands in the database. */
class GateTest {
    private static final Gate GATE = new Gate(new Callers(null, null));
    private static final Actor REP = Somebody.who("customer.read").actor();
    private static final Set<String> BY_SESSION = null;

    @Needs(Needs.SIGNED_IN)
    static class Routes {
        @Needs(Needs.NOTHING)
        public void open() {}

        @Needs(Needs.HALF_SIGNED_IN)
        public void halfSignedIn() {}

        public void signedIn() {}

        @Needs(Needs.SESSION)
        public void session() {}

        @Needs(Needs.BEFORE_FACTOR)
        public void beforeFactor() {}

        @Needs(Needs.INSTALLATION)
        public void installation() {}

        @Needs({"customer.merge", "customer.read"})
        public void oneOfTwo() {}

        @Needs("customer.delete")
        public void deleting() {}

        @Needs("{object}.read")
        public void anyObject() {}
    }

    static class Silent {
        public void undeclared() {}
    }

    private static Caller caller(
            @Nullable Set<String> scopes, boolean oneTime, boolean installation, boolean secondFactor) {
        return new Caller(
                new UUID(8, 8),
                1,
                Somebody.ID,
                scopes,
                oneTime,
                installation,
                secondFactor,
                OffsetDateTime.of(2026, 11, 23, 0, 0, 0, 0, ZoneOffset.UTC),
                null,
                null);
    }

    private static Caller session() {
        return caller(BY_SESSION, false, false, true);
    }

    private static void call(Object controller, String route, MockHttpServletRequest request) {
        var method = ReflectionUtils.findMethod(controller.getClass(), route);
        boolean goesOn = GATE.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(controller, method));
        assertThat(goesOn).isTrue();
    }

    private static void pass(String route, Caller caller) {
        pass(route, caller, "GET");
    }

    private static void pass(String route, Caller caller, String verb) {
        var request = new MockHttpServletRequest(verb, "/api/v1/any");
        request.setAttribute(Caller.class.getName(), caller);
        Acting.as(REP, () -> call(new Routes(), route, request));
    }

    private static String refused(String route, Caller caller) {
        return refused(route, caller, "GET");
    }

    private static String refused(String route, Caller caller, String verb) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> pass(route, caller, verb));
        assertThat(refusal).as(route).isNotNull();
        assertThat(refusal.status()).isEqualTo(403);
        return refusal.code();
    }

    @Test
    void aVisitorGetsOnlyWhereNothingIsNeeded() {
        var visit = new MockHttpServletRequest("GET", "/api/v1/any");
        call(new Routes(), "open", visit);
        for (String route : new String[] {"halfSignedIn", "signedIn", "session", "oneOfTwo"}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> call(new Routes(), route, visit))
                            .status())
                    .as(route)
                    .isEqualTo(401);
        }
    }

    @Test
    void aRouteThatSaysNothingIsShut() {
        var request = new MockHttpServletRequest("GET", "/api/v1/any");
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> Acting.as(Somebody.whoMayEverything(), () -> call(new Silent(), "undeclared", request)));
        assertThat(refusal.code()).isEqualTo("routeUndeclared");
    }

    /** The end of an answer that came later passes the same handler again; the pages' files are nobody's route. */
    @Test
    void onlyTheFirstPassageOfOurOwnRoutesIsAsked() {
        var later = new MockHttpServletRequest("GET", "/api/v1/any");
        later.setDispatcherType(DispatcherType.ASYNC);
        call(new Silent(), "undeclared", later);
        var request = new MockHttpServletRequest("GET", "/api/v1/any");
        assertThat(GATE.preHandle(request, new MockHttpServletResponse(), "a file"))
                .isTrue();
        call("a library's", "toString", request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "halfSignedIn", "signedIn", "session", "beforeFactor", "oneOfTwo", "anyObject"})
    void aPersonPassesWithWhatHisRolesAllow(String route) {
        pass(route, session(), "POST");
    }

    @Test
    void oneOfThePermissionsIsNeeded() {
        assertThat(refused("deleting", session())).isEqualTo("forbidden");
        assertThat(refused("installation", session())).isEqualTo("forbidden");
        pass("installation", caller(BY_SESSION, false, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signedIn", "session", "beforeFactor", "oneOfTwo"})
    void whoSignedInWithAOneTimePasswordReplacesItFirst(String route) {
        Caller half = caller(BY_SESSION, true, true, true);
        assertThat(refused(route, half)).isEqualTo("passwordChangeNeeded");
        pass("halfSignedIn", half);
        pass("open", half);
    }

    @Test
    void theSecondFactorIsSetUpWithoutOne() {
        pass("beforeFactor", caller(BY_SESSION, false, false, false));
    }

    @ParameterizedTest
    @CsvSource({"session, sessionNeeded", "beforeFactor, sessionNeeded", "installation, forbidden"})
    void aTokenIsNoSession(String route, String code) {
        Caller token = caller(Set.of("customer.update"), false, true, false);
        assertThat(refused(route, token)).isEqualTo(code);
        pass("signedIn", token, "POST");
        pass("oneOfTwo", token, "POST");
    }

    @Test
    void aTokenMadeForLookingWritesNothing() {
        Caller looking = caller(Set.of("customer.read", "contact.read"), false, false, false);
        pass("anyObject", looking, "GET");
        pass("anyObject", looking, "HEAD");
        for (String verb : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(refused("anyObject", looking, verb)).isEqualTo("tokenOnlyReads");
        }
        assertThat(caller(Set.of("customer.read", "contact.update"), false, false, false)
                        .onlyReads())
                .isFalse();
        assertThat(session().onlyReads()).isFalse();
    }

    @Test
    void theCallerIsTheOneOfTheRequest() {
        var request = new MockHttpServletRequest();
        assertThat(Caller.of(request)).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> Caller.inSession(request))
                        .code())
                .isEqualTo("sessionNeeded");
        request.setAttribute(Caller.class.getName(), session());
        assertThat(Caller.inSession(request)).isEqualTo(session());
        var token = caller(Set.of("customer.read"), false, false, false);
        request.setAttribute(Caller.class.getName(), token);
        assertThat(catchThrowableOfType(Refusal.class, () -> Caller.inSession(request))
                        .code())
                .isEqualTo("sessionNeeded");
        assertThat(token.ticket().caller()).isEqualTo(token.id());
        assertThat(token.ticket().scopes()).containsExactly("customer.read");
    }
}
