package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.factor.SecondFactors;
import io.chaoxi.identity.factor.SecondFactors.Proof;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The code behind a right password, or behind the word of a provider. What the password has counted against the throttle is taken back only here. */
@Service
class SecondStep {
    private final AccountSql accounts;
    private final HalfSignIns halves;
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final Actors actors;
    private final SignInLog log;

    SecondStep(
            AccountSql accounts,
            HalfSignIns halves,
            SecondFactors factors,
            SignInThrottle throttle,
            Actors actors,
            SignInLog log) {
        this.accounts = accounts;
        this.halves = halves;
        this.factors = factors;
        this.throttle = throttle;
        this.actors = actors;
        this.log = log;
    }

    /**
     * 401 {@code codeNeeded} with the ticket for entering it, when the person has a second factor. The access log says so:
     * where no code follows it is the one sign that somebody else knows the password.
     */
    void ask(Owner owner, Origin origin, Map<String, String> further) {
        if (!factors.stands(owner)) return;
        log.codeAsked(owner, origin, further);
        throw Refusal.of(401, "codeNeeded")
                .with("ticket", halves.begin(owner))
                .with("seconds", HalfSignIns.LONGEST.toSeconds());
    }

    /**
     * Whose code that was: 422 {@code codeWrong} for a wrong one, 401 {@code signInExpired} when the password must be
     * entered again, after five minutes or five wrong codes.
     */
    Actor pass(String ticket, String code, Origin origin) {
        Owner owner = halves.attempt(ticket).orElseThrow(SecondStep::expired);
        String login = accounts.find(owner.tenant(), owner.person())
                .orElseThrow(SecondStep::expired)
                .login();
        throttle.attemptCode(login, origin);
        Proof proof = factors.take(owner, code);
        if (proof == null) throw wrong(owner, ticket, origin);
        Actor actor = actors.load(owner.tenant(), owner.person()).orElseThrow(SecondStep::expired);
        if (!halves.end(ticket)) throw expired();
        throttle.succeeded(login, origin);
        throttle.succeededWithCode(login, origin);
        log.signedIn(actor, origin, Map.of("with", proof.key()));
        return actor;
    }

    private Refusal wrong(Owner owner, String ticket, Origin origin) {
        log.refusedAside(owner.tenant(), owner.person(), origin, "code");
        if (halves.alive(ticket)) return Refusal.field("code", "codeWrong");
        halves.end(ticket);
        return expired();
    }

    private static Refusal expired() {
        return Refusal.of(401, "signInExpired");
    }
}
