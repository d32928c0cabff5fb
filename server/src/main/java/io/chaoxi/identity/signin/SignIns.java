package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.signin.AccountSql.Account;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signing in: the password, then the code of who has a second factor. A session begins when all of it was right. */
@Service
class SignIns {
    private final AccountSql accounts;
    private final PasswordHashes hashes;
    private final SignInThrottle throttle;
    private final Actors actors;
    private final SecondStep secondStep;
    private final Sessions sessions;
    private final SignInLog log;

    SignIns(
            AccountSql accounts,
            PasswordHashes hashes,
            SignInThrottle throttle,
            Actors actors,
            SecondStep secondStep,
            Sessions sessions,
            SignInLog log) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.throttle = throttle;
        this.actors = actors;
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.log = log;
    }

    /**
     * 401 in the same time and words for a wrong login, a wrong password, a locked person and a password gone by; 401
     * {@code codeNeeded} with a ticket for the second step when a right password is half of it.
     */
    Sessions.Opened signIn(String login, String password, Origin origin) {
        String normal = Logins.normal(login);
        throttle.attempt(normal, origin);
        Optional<Account> account = accounts.find(normal);
        boolean right = hashes.matches(password, account.map(Account::hash).orElse(null));
        Optional<Actor> actor = account.filter(found -> right && !gone(found))
                .flatMap(found -> actors.load(found.tenant(), found.person()));
        if (account.isEmpty() || actor.isEmpty()) {
            account.ifPresent(found -> log.refusedAside(found.tenant(), found.person(), origin, why(found, right)));
            throw Refusal.of(401, "signInRefused");
        }
        secondStep.ask(new Owner(account.get().tenant(), account.get().person()), origin, Map.of());
        throttle.succeeded(normal, origin);
        log.signedIn(actor.get(), origin, Map.of());
        return sessions.open(actor.get(), origin);
    }

    /** The second step; see {@link SecondStep#pass}. */
    Sessions.Opened enterCode(String ticket, String code, Origin origin) {
        return sessions.open(secondStep.pass(ticket, code, origin), origin);
    }

    /** Whether the account's one-time password was not used in time. */
    private boolean gone(Account account) {
        OffsetDateTime until = account.oneTimeUntil();
        return until != null && until.isBefore(accounts.now());
    }

    /** Why a sign-in was refused; for the access log only, never for whoever tries. */
    private String why(Account account, boolean right) {
        if (!right) return "password";
        return gone(account) ? "expired" : "locked";
    }
}
