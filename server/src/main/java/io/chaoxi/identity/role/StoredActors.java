package io.chaoxi.identity.role;

import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.ROLE;
import static chaoxi.tables.Tables.TENANT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.platform.rights.Presence;
import io.chaoxi.platform.rights.Shares;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * People as acting persons: a few statements, kept for two seconds on each node, so that a right taken away is gone within
 * that time everywhere, without any message between nodes.
 */
@Service
public class StoredActors implements Actors {
    private record Key(long tenant, UUID person) {}

    /** A person as he acts, and whether one of his roles wants a second factor of him. */
    private record Standing(Actor actor, boolean secondFactor) {}

    private final RoleSql sql;
    private final Permissions permissions;
    private final TransactionOperations transactions;
    private final Cache<Key, Optional<Standing>> kept = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    StoredActors(RoleSql sql, Permissions permissions, TransactionOperations transactions) {
        this.sql = sql;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    @Override
    public Optional<Actor> load(Presence.Ticket ticket) {
        return load(ticket.tenant(), ticket.person()).map(all -> through(all, ticket));
    }

    @Override
    public Optional<Actor> load(long tenant, UUID person) {
        return standing(tenant, person).map(Standing::actor);
    }

    /** Whether one of the person's roles wants a second factor of him. */
    public boolean wantsSecondFactor(long tenant, UUID person) {
        return standing(tenant, person).filter(Standing::secondFactor).isPresent();
    }

    private Optional<Standing> standing(long tenant, UUID person) {
        Key key = new Key(tenant, person);
        Optional<Standing> standing = kept.getIfPresent(key);
        if (standing == null) {
            standing = Acting.as(Actor.system(tenant, ZoneOffset.UTC), () -> transactions.execute(tx -> read(key)));
            kept.put(key, standing);
        }
        return standing;
    }

    /** So that this node knows at once what it just wrote; the others know two seconds later. */
    public void forget(long tenant, UUID person) {
        kept.invalidate(new Key(tenant, person));
    }

    public void forgetAll() {
        kept.invalidateAll();
    }

    private Optional<Standing> read(Key key) {
        List<? extends Record> rows = sql.actor(key.tenant(), key.person());
        if (rows.isEmpty()) return Optional.empty();
        Rights rights = Rights.NONE;
        boolean secondFactor = false;
        for (Record row : rows) {
            if (row.get(ROLE.ID) == null) continue;
            rights = rights.and(sql.rights(row), permissions);
            secondFactor |= row.get(ROLE.SECOND_FACTOR);
        }
        return Optional.of(new Standing(actor(key, rows, rights), secondFactor));
    }

    private Actor actor(Key key, List<? extends Record> rows, Rights rights) {
        Record row = rows.getFirst();
        UUID department = row.get(PERSON.DEPARTMENT_ID);
        Map<UUID, UUID> parents = department == null ? Map.of() : sql.parents();
        Set<UUID> groups = new HashSet<>(path(department, parents));
        groups.add(key.person());
        rows.stream().map(one -> one.get(ROLE.ID)).filter(Objects::nonNull).forEach(groups::add);
        return new Actor(
                key.tenant(),
                key.person(),
                row.get(PERSON.NAME),
                department,
                department == null ? List.of() : tree(department, parents),
                rights.permissions(),
                rights.scopes(),
                rights.fields(),
                rights.everything() ? Shares.NONE : sql.shares(groups),
                Locale.of(row.get(PERSON.LOCALE)),
                ZoneId.of(row.get(TENANT.TIME_ZONE)),
                row.get(TENANT.CURRENCY),
                rights.everything(),
                null);
    }

    /** The department and all above it; empty without one. */
    private static Set<UUID> path(@Nullable UUID department, Map<UUID, UUID> parents) {
        Set<UUID> path = new HashSet<>();
        for (UUID at = department; at != null && path.add(at); ) at = parents.get(at);
        return path;
    }

    /** The department first, then all below it. */
    static List<UUID> tree(UUID root, Map<UUID, UUID> parents) {
        List<UUID> found = new ArrayList<>(List.of(root));
        Set<UUID> seen = new HashSet<>(found);
        for (int at = 0; at < found.size(); at++) {
            UUID above = found.get(at);
            parents.forEach((department, parent) -> {
                if (parent.equals(above) && seen.add(department)) found.add(department);
            });
        }
        return List.copyOf(found);
    }

    private Actor through(Actor all, Presence.Ticket ticket) {
        Set<String> scopes = ticket.scopes();
        Rights rights = all.everything() && scopes != null
                ? permissions.spelledOut()
                : new Rights(all.everything(), all.permissions(), all.scopes(), all.fields());
        Set<String> left = new HashSet<>(rights.permissions());
        if (scopes != null) left.retainAll(scopes);
        return all.with(rights.everything(), Set.copyOf(left), rights.scopes(), rights.fields(), ticket);
    }
}
