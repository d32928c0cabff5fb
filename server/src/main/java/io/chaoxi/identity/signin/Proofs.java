package io.chaoxi.identity.signin;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.factor.Owner;
import io.chaoxi.identity.factor.SecondFactors;
import io.chaoxi.identity.signin.AccountSql.Account;
import io.chaoxi.platform.problem.Refusal;
import org.springframework.stereotype.Service;

/** Lets the person of a session prove again that it is he; each try counts like one of signing in. */
@Service
class Proofs {
    private final AccountSql accounts;
    private final PasswordHashes hashes;
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final Confirmations confirmations;
    private final SignInLog log;

    Proofs(
            AccountSql accounts,
            PasswordHashes hashes,
            SecondFactors factors,
            SignInThrottle throttle,
            Confirmations confirmations,
            SignInLog log) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.factors = factors;
        this.throttle = throttle;
        this.confirmations = confirmations;
        this.log = log;
    }

    /** 422 at the named field unless this is the caller's password. */
    void byPassword(Caller caller, String field, String password, Origin origin) {
        Account account = account(caller);
        throttle.attempt(account.login(), origin);
        if (!hashes.matches(password, account.hash())) {
            log.proofRefused(owner(caller), origin, "password");
            throw Refusal.field(field, "passwordWrong");
        }
        throttle.succeeded(account.login(), origin);
        confirmations.confirmed(caller.id());
    }

    /**
     * 422 at {@code code} unless this is a code of the caller's second factor, which is used up; 409 {@code
     * secondFactorMissing} when he has none.
     */
    void byCode(Caller caller, String code, Origin origin) {
        var owner = owner(caller);
        if (!factors.stands(owner)) throw Refusal.of(409, "secondFactorMissing");
        Account account = account(caller);
        throttle.attemptCode(account.login(), origin);
        if (factors.take(owner, code) == null) {
            log.proofRefused(owner, origin, "code");
            throw Refusal.field("code", "codeWrong");
        }
        throttle.succeededWithCode(account.login(), origin);
        confirmations.confirmed(caller.id());
    }

    private static Owner owner(Caller caller) {
        return new Owner(caller.tenant(), caller.person());
    }

    private Account account(Caller caller) {
        return accounts.find(caller.tenant(), caller.person()).orElseThrow(() -> Refusal.of(401, "signInNeeded"));
    }
}
