package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.provider.Attempt;
import io.chaoxi.identity.provider.Provider;
import io.chaoxi.identity.provider.Provider.Identity;
import io.chaoxi.identity.signin.AccountSql.Account;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Signing in by the word of the OpenID Connect provider instead of a password. No account is made by it: who is not linked yet
 * must have one whose login the provider vouches for.
 */
@Service
class ProviderSignIns {
    private final Provider provider;
    private final ProviderSql sql;
    private final AccountSql accounts;
    private final Actors actors;
    private final SecondStep secondStep;
    private final Callers callers;
    private final Sessions sessions;
    private final SignInLog log;

    ProviderSignIns(
            Provider provider,
            ProviderSql sql,
            AccountSql accounts,
            Actors actors,
            SecondStep secondStep,
            Callers callers,
            Sessions sessions,
            SignInLog log) {
        this.provider = provider;
        this.sql = sql;
        this.accounts = accounts;
        this.actors = actors;
        this.secondStep = secondStep;
        this.callers = callers;
        this.sessions = sessions;
        this.log = log;
    }

    /** Where the browser goes, and the secret that it alone keeps meanwhile. */
    record Begun(String address, String browser) {}

    Begun begin() {
        var attempt = new Attempt(OpaqueToken.make(), OpaqueToken.make(), OpaqueToken.make());
        String address = provider.address(attempt);
        String browser = OpaqueToken.make();
        sql.insert(attempt, browser);
        return new Begun(address, browser);
    }

    /**
     * 401 {@code providerSignInExpired} for an answer that this browser did not ask for, or had already, or too late; {@code
     * providerRefused} when the provider gave no code or its word does not hold; {@code providerNotLinked} when nobody here
     * is meant, or he is locked; {@code codeNeeded} as after a password.
     */
    Sessions.Opened finish(String browser, String state, String code, Origin origin) {
        Attempt attempt = sql.take(state, browser).orElseThrow(() -> Refusal.of(401, "providerSignInExpired"));
        if (code.isBlank()) throw Refusal.of(401, "providerRefused");
        Identity identity = provider.redeem(attempt, code);
        Account account = account(identity).orElseThrow(ProviderSignIns::notLinked);
        Owner owner = new Owner(account.tenant(), account.person());
        Optional<Actor> actor = actors.load(owner.tenant(), owner.person());
        if (actor.isEmpty()) {
            log.refusedAside(owner.tenant(), owner.person(), origin, "locked");
            throw notLinked();
        }
        link(identity, owner, origin);
        dropOneTimePassword(account);
        secondStep.ask(owner, origin, SignInLog.BY_PROVIDER);
        log.signedIn(actor.get(), origin, SignInLog.BY_PROVIDER);
        return sessions.open(actor.get(), origin, identity.proved());
    }

    private Optional<Account> account(Identity identity) {
        return sql.linked(identity)
                .flatMap(owner -> accounts.find(owner.tenant(), owner.person()))
                .or(() -> Optional.ofNullable(identity.login())
                        .filter(ProviderSignIns::plain)
                        .flatMap(login -> accounts.find(Logins.normal(login))));
    }

    private void link(Identity identity, Owner owner, Origin origin) {
        if (sql.linked(identity).isPresent()) return;
        boolean made = sql.link(identity, owner);
        if (!made && !sql.linked(identity).equals(Optional.of(owner))) throw notLinked();
        log.providerLinked(owner, origin, Map.of("subject", identity.subject()));
    }

    /** Two logins that look alike to the provider's other users would be one here. */
    private static boolean plain(String login) {
        return Normalizer.isNormalized(login, Normalizer.Form.NFKC);
    }

    /**
     * Who comes this way never chose a password; the one that was made for him opens nothing any more. What waited for the
     * choice, sessions half open and API tokens, does not come alive by that.
     */
    private void dropOneTimePassword(Account account) {
        if (account.oneTimeUntil() == null) return;
        accounts.setPassword(account.tenant(), account.person(), PasswordHashes.NONE, null);
        accounts.endSessions(account.tenant(), account.person(), null);
        accounts.endTokens(account.tenant(), account.person());
        callers.forget(account.tenant(), account.person());
    }

    private static Refusal notLinked() {
        return Refusal.of(401, "providerNotLinked");
    }
}
