package io.chaoxi.platform.rights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a session or a token is, and whether it still is open: asked again and again for answers that stay open, for all
 * of them at once. To ask does not count as use: an open page alone keeps no session alive. Identity answers.
 */
public interface Presence {

    /**
     * A session or an API token.
     *
     * @param caller its id
     * @param scopes of the token; null for a session
     */
    record Ticket(
            UUID caller, long tenant, UUID person, @Nullable Set<String> scopes) {}

    /** The session or token that the request came with; empty for a visitor. */
    Optional<Ticket> of(HttpServletRequest request);

    /** The ids among these that are neither ended nor expired. At most two statements. */
    Set<UUID> open(Collection<Ticket> tickets);

    /** Whether it is a session of somebody who has yet to set up the second factor that his role demands. */
    boolean lacksSecondFactor(Ticket ticket);

    /**
     * For each of a firm's people who may act, a value that changes when something changes from which his rights follow.
     * Two statements, whatever the number of people.
     */
    Map<UUID, Integer> standing(long tenant, Collection<UUID> people);
}
