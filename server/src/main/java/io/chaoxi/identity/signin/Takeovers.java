package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps the account of the installation's administrator his own where several firms share the installation: whoever could
 * sign in with it would reach beyond his firm.
 */
@Component
class Takeovers {
    private final AccountSql sql;

    Takeovers(AccountSql sql) {
        this.sql = sql;
    }

    /** 403 {@code installationAdministratorsOwn} before anybody else changes what the person signs in with. */
    void check(UUID person) {
        Actor actor = Acting.current();
        if (actor.person().equals(person)) return;
        boolean beyond = sql.find(actor.tenant(), person)
                .filter(AccountSql.Account::installationAdministrator)
                .isPresent();
        if (beyond && sql.severalFirms()) throw Refusal.of(403, "installationAdministratorsOwn");
    }
}
