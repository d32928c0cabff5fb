package io.chaoxi.identity.signin;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.identity.factor.SecondFactors;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account behind each person of the acting person's firm: its login and its password. */
@Service
public class Accounts {
    private static final Duration ONE_TIME = Duration.ofDays(7);

    private final AccountSql sql;
    private final PasswordHashes hashes;
    private final Callers callers;
    private final StoredActors actors;
    private final SecondFactors factors;
    private final Confirmations confirmations;
    private final Takeovers takeovers;

    Accounts(
            AccountSql sql,
            PasswordHashes hashes,
            Callers callers,
            StoredActors actors,
            SecondFactors factors,
            Confirmations confirmations,
            Takeovers takeovers) {
        this.takeovers = takeovers;
        this.factors = factors;
        this.confirmations = confirmations;
        this.sql = sql;
        this.hashes = hashes;
        this.callers = callers;
        this.actors = actors;
    }

    /** An account without password. A login that somebody in the installation has is refused, whoever it is. */
    @Transactional
    public void open(UUID person, String login) {
        Logins.check(login);
        if (!sql.insert(Logins.normal(login), tenant(), person)) throw Refusal.field("login", "loginTaken");
    }

    /** Lets the person make further firms. */
    @Transactional
    public void appointInstallationAdministrator(UUID person) {
        sql.setInstallationAdministrator(tenant(), person);
    }

    /** Sets a password of one's own choice. */
    @Transactional
    public void setPassword(UUID person, String field, String password) {
        String login = account(person).login();
        Passwords.check(field, password, login);
        sql.setPassword(tenant(), person, hashes.hash(password), null);
    }

    /**
     * Sets a password that opens nothing but the way to one's own, for seven days, ends all sessions and unties
     * the account at the OpenID Connect provider. Without a given
     * one it is made; the answer is the only place that shows it.
     */
    @Transactional
    public String setOneTimePassword(UUID person, @Nullable String given) {
        takeovers.check(person);
        confirmations.require(Sensitive.PASSWORD_RESET);
        String password = given == null ? OpaqueToken.readable() : given;
        Passwords.check("password", password, account(person).login());
        sql.setPassword(tenant(), person, hashes.hash(password), sql.now().plus(ONE_TIME));
        sql.unlink(tenant(), person);
        endSessions(person);
        return password;
    }

    /** Takes the person's second factor away and ends all his sessions; his password stays. */
    @Transactional
    public void resetSecondFactor(UUID person) {
        takeovers.check(person);
        factors.reset(person);
        endSessions(person);
    }

    private AccountSql.Account account(UUID person) {
        return sql.find(tenant(), person).orElseThrow(Refusal::notFound);
    }

    /** Ends every session of the person, on this node at once, on the others within two seconds. */
    @Transactional
    public void endSessions(UUID person) {
        sql.endSessions(tenant(), person, null);
        callers.forget(tenant(), person);
    }

    /** Ends every session and every API token, and unties the account at the OpenID Connect provider. */
    @Transactional
    public void shutOut(UUID person) {
        endSessions(person);
        sql.endTokens(tenant(), person);
        sql.unlink(tenant(), person);
        actors.forget(tenant(), person);
    }

    /** Removes the account; its login is free again. The second factor stays with the person, should he be restored. */
    @Transactional
    public void close(UUID person) {
        shutOut(person);
        sql.delete(tenant(), person);
    }

    private static long tenant() {
        return Acting.current().tenant();
    }
}
