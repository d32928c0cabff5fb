package io.chaoxi.identity.signin;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.identity.signin.AccountSql.Account;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions and what is done in one's own. A session lasts twelve hours after its last use and thirty days at most. */
@Service
public class Sessions {
    private final AccountSql accounts;
    private final CallerSql sql;
    private final Callers callers;
    private final PasswordHashes hashes;
    private final Confirmations confirmations;
    private final AccessLog accessLog;

    Sessions(
            AccountSql accounts,
            CallerSql sql,
            Callers callers,
            PasswordHashes hashes,
            Confirmations confirmations,
            AccessLog accessLog) {
        this.accounts = accounts;
        this.sql = sql;
        this.callers = callers;
        this.hashes = hashes;
        this.confirmations = confirmations;
        this.accessLog = accessLog;
    }

    /** A new session: the secret for the cookie, and whose it is. */
    public record Opened(String secret, Caller caller, Actor actor) {}

    /** A session for whoever has proved that it is he, or just founded his firm. */
    public Opened open(Actor actor, Origin origin) {
        return open(actor, origin, true);
    }

    /** The same; whoever has not proved himself just now does so before what is sensitive. */
    Opened open(Actor actor, Origin origin, boolean proved) {
        String secret = OpaqueToken.make();
        sql.deleteExpired(actor.tenant(), actor.person());
        sql.insertSession(OpaqueToken.digest(secret), Ids.next(), actor.tenant(), actor.person(), origin, proved);
        return new Opened(secret, callers.bySession(secret).orElseThrow(), actor);
    }

    /** Changes one's own password; all other sessions end, and a half-opened one becomes whole. */
    @Transactional
    public void changePassword(Caller caller, String chosen) {
        Account account = account(caller);
        confirmations.require(Sensitive.OWN_PASSWORD);
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
        accessLog.add(action, "person", caller.person(), SignInLog.said(origin));
    }

    /** Ends all of one's own sessions but this one. */
    @Transactional
    public void endOthers(Caller caller, Origin origin) {
        accounts.endSessions(caller.tenant(), caller.person(), caller.id());
        callers.forget(caller.tenant(), caller.person());
        accessLog.add("otherSessionsEnded", "person", caller.person(), SignInLog.said(origin));
    }
}
