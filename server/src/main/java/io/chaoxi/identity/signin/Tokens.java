package io.chaoxi.identity.signin;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.identity.role.Permissions;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens of the acting person: each carries a part of his rights, never more than he has at the moment of use. */
@Service
public class Tokens {
    private static final String PREFIX = "cx_";
    private static final int MOST = 50;

    private final CallerSql sql;
    private final Callers callers;
    private final Permissions permissions;
    private final Confirmations confirmations;
    private final AccessLog accessLog;

    Tokens(CallerSql sql, Callers callers, Permissions permissions, Confirmations confirmations, AccessLog accessLog) {
        this.confirmations = confirmations;
        this.sql = sql;
        this.callers = callers;
        this.permissions = permissions;
        this.accessLog = accessLog;
    }

    /** A new token with its secret, which is shown this once. */
    public record Made(UUID id, String secret) {}

    List<CallerSql.TokenRow> all() {
        Actor actor = Acting.current();
        return sql.tokens(actor.tenant(), actor.person());
    }

    /** Without an expiry it lasts until it is deleted or its maker is locked. Scopes that the maker lacks are refused. */
    @Transactional
    public Made make(String name, List<String> scopes, @Nullable OffsetDateTime expiresAt) {
        Actor actor = Acting.current();
        check(actor, scopes, expiresAt);
        confirmations.require(Sensitive.TOKEN_MADE);
        if (all().size() >= MOST) throw Refusal.of(422, "tooManyTokens", Map.of("max", MOST));
        String secret = PREFIX + OpaqueToken.make();
        UUID id = Ids.next();
        var token = new CallerSql.TokenRow(id, name, scopes, sql.now(), expiresAt, null);
        sql.insertToken(OpaqueToken.digest(secret), token, actor.tenant(), actor.person());
        accessLog.add("tokenMade", "token", id, Map.of("name", name, "scopes", scopes));
        return new Made(id, secret);
    }

    private void check(Actor actor, List<String> scopes, @Nullable OffsetDateTime expiresAt) {
        if (scopes.isEmpty()) throw Refusal.field("scopes", "notBlank");
        List<FieldError> errors = scopes.stream()
                .filter(scope -> !permissions.all().contains(scope) || !actor.may(scope))
                .map(scope -> new FieldError("scopes", "scopeRefused", Map.of("value", scope)))
                .toList();
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        if (expiresAt != null && expiresAt.isBefore(sql.now())) throw Refusal.field("expiresAt", "inThePast");
    }

    @Transactional
    public void delete(UUID id) {
        Actor actor = Acting.current();
        String name = sql.name(id).orElse("");
        if (!sql.deleteToken(actor.tenant(), actor.person(), id)) throw Refusal.notFound();
        callers.forget(actor.tenant(), actor.person());
        accessLog.add("tokenDeleted", "token", id, Map.of("name", name));
    }
}
