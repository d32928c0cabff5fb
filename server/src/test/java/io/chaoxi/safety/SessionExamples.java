package io.chaoxi.safety;

import static io.chaoxi.safety.Ingredients.API;

import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The examples of signing in, sessions, tokens and second factors. */
final class SessionExamples {
    private final ApplicationContext application;
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    SessionExamples(ApplicationContext application, Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.application = application;
        this.of = of;
        this.add = add;
    }

    void all() {
        ofSessions();
        ofSecondFactors();
    }

    private void ofSessions() {
        add.accept("GET session", call -> call);
        add.accept(
                "POST session",
                call -> call.sending(Map.of("login", of.firm.administrator().login(), "password", Firm.PASSWORD)));
        add.accept("DELETE session", call -> Ingredients.inSessionOf(application, call, of.firm.administrator()));
        add.accept("PATCH session/person", call -> call.sending(Map.of("density", "tight", "locale", "zh")));
        add.accept(
                "POST session/password",
                call -> Ingredients.inSessionOf(application, call, somebody())
                        .sending(Map.of("current", Firm.PASSWORD, "new", Firm.PASSWORD + " anew")));
        add.accept("GET sessions", call -> call);
        add.accept("DELETE sessions", call -> Ingredients.inSessionOf(application, call, somebody()));
        add.accept("DELETE sessions/{id}", call -> {
            var theirs = of.firm.signIn(
                    of.firm.administrator().id(), of.firm.administrator().login());
            for (JsonNode session : theirs.http().get(API + "sessions").json().path("items")) {
                if (session.path("current").asBoolean())
                    return call.at("id", session.path("id").asString());
            }
            throw new AssertionError("no session");
        });
        add.accept("GET tokens", call -> call);
        add.accept("POST tokens", call -> call.sending(Map.of("name", of.word(), "scopes", List.of("customer.read"))));
        add.accept(
                "DELETE tokens/{id}",
                call -> call.at(
                        "id", of.made("tokens", Map.of("name", of.word(), "scopes", List.of("customer.read")))));
        add.accept("GET calendar-feed", call -> call);
        add.accept("POST calendar-feed", call -> call);
        add.accept("DELETE calendar-feed", call -> {
            of.done(of.http.post(Ingredients.API + "calendar-feed", null));
            return call;
        });
        add.accept("GET session/provider", call -> call);
        add.accept("GET setup", call -> call);
    }

    /** An administrator of a firm of his own, for what ends sessions or switches a second factor. */
    private SignedIn somebody() {
        return Firm.found(application).administrator();
    }

    private void ofSecondFactors() {
        Map<String, Object> password = Map.of("password", Firm.PASSWORD);
        add.accept("POST session/confirmation", call -> call.sending(password));
        add.accept("GET session/factor", call -> call);
        add.accept("POST session/factor", call -> Ingredients.inSessionOf(application, call, somebody()));
        add.accept("POST session/factor/proof", call -> {
            SignedIn person = somebody();
            var begun = person.http().post(API + "session/factor", null).json();
            var phone = new Authenticator(begun.path("secret").asString());
            return Ingredients.inSessionOf(application, call, person).sending(Map.of("code", phone.code(0)));
        });
        add.accept("POST session/factor/recovery-codes", call -> {
            SignedIn person = somebody();
            String code = Authenticator.of(person.http()).recoveryCode();
            return Ingredients.inSessionOf(application, call, person).sending(Map.of("code", code));
        });
        add.accept("POST session/factor/removal", call -> {
            SignedIn person = somebody();
            String code = Authenticator.of(person.http()).recoveryCode();
            return Ingredients.inSessionOf(application, call, person)
                    .sending(Map.of("password", Firm.PASSWORD, "code", code));
        });
        add.accept("POST session/code", call -> {
            SignedIn person = somebody();
            String code = Authenticator.of(person.http()).recoveryCode();
            var half = of.http.post(API + "session", Map.of("login", person.login(), "password", Firm.PASSWORD));
            return call.sending(Map.of("ticket", half.json().path("ticket").asString(), "code", code));
        });
    }
}
