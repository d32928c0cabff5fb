package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Presence;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a session or a token belongs to.
 *
 * @param id of the session or token
 * @param scopes of the token; null for a session
 * @param oneTime whether he signed in with a one-time password and can only replace it
 * @param secondFactor whether he has one; said of sessions only
 */
public record Caller(
        UUID id,
        long tenant,
        UUID person,
        @Nullable Set<String> scopes,
        boolean oneTime,
        boolean installationAdministrator,
        boolean secondFactor,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime seenAt,
        @Nullable OffsetDateTime expiresAt) {

    Presence.Ticket ticket() {
        return new Presence.Ticket(id, tenant, person, scopes);
    }

    boolean bySession() {
        return scopes == null;
    }

    /** A token that was made for looking: it writes nothing, not even what only needs that one may see it. */
    boolean onlyReads() {
        return scopes != null && scopes.stream().allMatch(scope -> scope.endsWith(".read"));
    }

    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(Caller.class.getName()));
    }

    /** The one whose session this is; 403 for a token. */
    static Caller inSession(HttpServletRequest request) {
        return of(request).filter(Caller::bySession).orElseThrow(() -> Refusal.of(403, "sessionNeeded"));
    }
}
