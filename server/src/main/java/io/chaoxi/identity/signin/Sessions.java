package io.chaoxi.identity.signin;

import io.chaoxi.identity.signin.AccountSql.Account;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in and out. A session lasts twelve hours after its last use and thirty days at most. */
@Service
public class Sessions {
    private final AccountSql accounts;
    private final CallerSql sql;
    private final Callers callers;
    private final PasswordHashes hashes;
    private final SignInThrottle throttle;
    private final Actors actors;
    private final AccessLog accessLog;

    Sessions(
            AccountSql accounts,
            CallerSql sql,
            Callers callers,
            PasswordHashes hashes,
            SignInThrottle throttle,
            Actors actors,
            AccessLog accessLog) {
        this.accounts = accounts;
        this.sql = sql;
        this.callers = callers;
        this.hashes = hashes;
        this.throttle = throttle;
        this.actors = actors;
        this.accessLog = accessLog;
    }

    /** A new session: the secret for the cookie, and whose it is. */
    public record Opened(String secret, Caller caller, Actor actor) {}

    /** 401 in the same time and words for a wrong login, a wrong password, a locked person and a password gone by. */
    public Opened signIn(String login, String password, Origin origin) {
        String normal = Logins.normal(login);
        throttle.attempt(normal, origin.address());
        Optional<Account> account = accounts.find(normal);
        boolean right = hashes.matches(password, account.map(Account::hash).orElse(null));
        Optional<Actor> actor = account.filter(found -> right && !gone(found))
                .flatMap(found -> actors.load(found.tenant(), found.person()));
        if (account.isEmpty() || actor.isEmpty()) {
            account.ifPresent(found -> rememberAside(found, origin, why(found, right)));
            throw refused();
        }
        throttle.succeeded(normal, origin.address());
        remember(actor.get(), account.get(), "signedIn", said(origin));
        return open(actor.get(), origin);
    }

    private static Refusal refused() {
        return Refusal.of(401, "signInRefused");
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

    /** Beside the answer, so that its time does not tell a login that exists from one that does not. */
    private void rememberAside(Account account, Origin origin, String why) {
        var detail = said(origin);
        detail.put("why", why);
        Actor nobody = Actor.system(account.tenant(), ZoneOffset.UTC);
        Thread.ofVirtual().start(() -> remember(nobody, account, "signInRefused", detail));
    }

    private void remember(Actor by, Account account, String action, Map<String, String> detail) {
        Acting.as(by, () -> accessLog.add(action, "person", account.person(), detail));
    }

    private static Map<String, String> said(Origin origin) {
        var said = new LinkedHashMap<String, String>();
        said.put("from", origin.address());
        said.put("agent", origin.agent());
        return said;
    }

    /** A session without asking for a password, for who just founded his firm. */
    public Opened open(Actor actor, Origin origin) {
        String secret = OpaqueToken.make();
        sql.deleteExpired(actor.tenant(), actor.person());
        sql.insertSession(OpaqueToken.digest(secret), Ids.next(), actor.tenant(), actor.person(), origin);
        return new Opened(secret, callers.bySession(secret).orElseThrow(), actor);
    }

    /** Refuses unless this is the caller's password; counted like a sign-in. */
    public void confirm(Caller caller, String current, Origin origin) {
        Account account = account(caller);
        throttle.attempt(account.login(), origin.address());
        if (!hashes.matches(current, account.hash())) throw Refusal.field("current", "passwordWrong");
        throttle.succeeded(account.login(), origin.address());
    }

    /** Changes one's own password; all other sessions end, and a half-opened one becomes whole. */
    @Transactional
    public void changePassword(Caller caller, String chosen) {
        Account account = account(caller);
        Passwords.check("new", chosen, account.login());
        if (hashes.matches(chosen, account.hash())) throw Refusal.field("new", "passwordSame");
        accounts.setPassword(caller.tenant(), caller.person(), hashes.hash(chosen), null);
        accounts.endSessions(caller.tenant(), caller.person(), caller.id());
        callers.forget(caller.tenant(), caller.person());
        accessLog.add("passwordChanged", "person", caller.person(), Map.of());
    }

    private Account account(Caller caller) {
        return accounts.find(caller.tenant(), caller.person()).orElseThrow(() -> Refusal.of(401, "signInNeeded"));
    }

    List<CallerSql.SessionRow> of(Caller caller) {
        return sql.sessions(caller.tenant(), caller.person());
    }

    /** Ends one of one's own sessions; 404 for any other. */
    @Transactional
    public void end(Caller caller, UUID session, Origin origin) {
        if (!sql.deleteSession(caller.tenant(), caller.person(), session)) throw Refusal.notFound();
        callers.forget(caller.tenant(), caller.person());
        String action = session.equals(caller.id()) ? "signedOut" : "sessionEnded";
        accessLog.add(action, "person", caller.person(), said(origin));
    }
}
