package io.chaoxi.identity.role;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the firm and who has them. Nobody gives a right that he lacks; the last administrator stays. */
@Service
public class Roles {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;

    private final RoleSql sql;
    private final Grants grants;
    private final Permissions permissions;
    private final Confirmations confirmations;
    private final StoredActors actors;
    private final AccessLog accessLog;

    Roles(
            RoleSql sql,
            Grants grants,
            Permissions permissions,
            Confirmations confirmations,
            StoredActors actors,
            AccessLog accessLog) {
        this.sql = sql;
        this.grants = grants;
        this.permissions = permissions;
        this.confirmations = confirmations;
        this.actors = actors;
        this.accessLog = accessLog;
    }

    /** A role's id and name. */
    public record Named(UUID id, String label) {}

    @Transactional(readOnly = true)
    public List<Role> all() {
        return sql.all();
    }

    @Transactional(readOnly = true)
    public Role get(UUID id) {
        return sql.all().stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Transactional
    public UUID create(String name, Rights rights, boolean secondFactor) {
        Acting.current().require("roles.manage");
        check(name, rights);
        if (sql.all().size() >= MOST) throw Refusal.of(422, "tooManyRoles", Map.of("max", MOST));
        UUID id = sql.insert("own-" + UUID.randomUUID(), name, rights, secondFactor);
        accessLog.add("roleCreated", "role", id, Map.of("name", name, "permissions", rights.permissions()));
        return id;
    }

    /** Changes name and rights, and whether a second factor is a must. The administrator's rights stay as they are. */
    @Transactional
    public void change(UUID id, long version, String name, Rights rights, boolean secondFactor) {
        Acting.current().require("roles.manage");
        Role role = get(id);
        boolean sameRights = role.rights().equals(rights);
        boolean sameFactor = role.secondFactor() == secondFactor;
        if (role.version() != version) throw Refusal.stale(role.version());
        if (role.isAdministrator() && !sameRights) throw Refusal.of(422, "administratorUnchangeable");
        if (!sameRights) check(name, rights);
        else checkName(name);
        if (!sameFactor) grants.check(role.rights());
        if (!sameRights || !sameFactor) confirmations.require(Sensitive.RIGHTS_CHANGED);
        if (!sql.update(id, version, name, rights, sameRights)) throw Refusal.stale(get(id).version());
        accessLog.add("roleChanged", "role", id, Map.of("name", name, "permissions", rights.permissions()));
        if (!sameFactor) demand(role, secondFactor);
        actors.forgetAll();
    }

    private void demand(Role role, boolean secondFactor) {
        sql.demandSecondFactor(role.id(), secondFactor);
        String action = secondFactor ? "secondFactorDemanded" : "secondFactorLeftOpen";
        accessLog.add(action, "role", role.id(), Map.of("name", role.name()));
    }

    /** Standard roles stay, and roles that somebody has. */
    @Transactional
    public void delete(UUID id) {
        Acting.current().require("roles.manage");
        Role role = get(id);
        if (role.standard()) throw Refusal.of(422, "standardRoleStays");
        if (role.people() > 0) throw Refusal.of(409, "inUse");
        grants.check(role.rights());
        sql.delete(id);
        accessLog.add("roleDeleted", "role", id, Map.of("name", role.name()));
    }

    private void check(String name, Rights rights) {
        checkName(name);
        List<FieldError> errors = new ArrayList<>();
        for (String permission : rights.permissions()) {
            if (!permissions.all().contains(permission)) errors.add(unknown("permissions", permission));
        }
        for (String object : rights.scopes().keySet()) {
            if (!permissions.objects().contains(object)) errors.add(unknown("scopes", object));
        }
        rights.fields().forEach((object, fields) -> {
            if (!permissions.objects().contains(object)) errors.add(unknown("fields", object));
        });
        if (!errors.isEmpty()) throw Refusal.fields(errors.subList(0, Math.min(errors.size(), 20)));
        grants.check(rights);
    }

    private static FieldError unknown(String field, String value) {
        String shown = value.length() > 100 ? value.substring(0, 100) : value;
        return new FieldError(field, "unknownChoice", Map.of("value", shown));
    }

    private static void checkName(String name) {
        if (name.isBlank()) throw Refusal.field("name", "notBlank");
        if (name.length() > LONGEST_NAME) {
            throw Refusal.fields(List.of(new FieldError("name", "tooLong", Map.of("max", LONGEST_NAME))));
        }
    }

    /** Founds the firm's standard roles and answers the administrator's. */
    @Transactional
    public UUID found() {
        UUID administrator = sql.insert(StandardRole.ADMINISTRATOR);
        for (StandardRole role : StandardRole.values()) {
            if (role != StandardRole.ADMINISTRATOR) sql.insert(role);
        }
        return administrator;
    }

    @Transactional(readOnly = true)
    public List<Named> of(UUID person) {
        var ids = sql.rolesOf(person);
        return sql.all().stream()
                .filter(role -> ids.contains(role.id()))
                .map(role -> new Named(role.id(), label(role)))
                .toList();
    }

    private static String label(Role role) {
        return role.label(Acting.current().locale());
    }

    /** The roles of each of these people; one without roles has an empty list. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Named>> of(Collection<UUID> people) {
        if (people.isEmpty()) return Map.of();
        var names = sql.all().stream().collect(Collectors.toMap(Role::id, Roles::label));
        var found = new LinkedHashMap<UUID, List<Named>>();
        people.forEach(person -> found.put(person, List.of()));
        sql.rolesOf(people)
                .forEach((person, roles) -> found.put(
                        person,
                        roles.stream()
                                .map(role -> new Named(role, names.getOrDefault(role, "")))
                                .toList()));
        return found;
    }

    /** All rights that the person has together. */
    @Transactional(readOnly = true)
    public Rights rightsOf(UUID person) {
        var ids = sql.rolesOf(person);
        Rights rights = Rights.NONE;
        for (Role role : sql.all()) {
            if (ids.contains(role.id())) rights = rights.and(role.rights(), permissions);
        }
        return rights;
    }

    /** Gives the person exactly these roles; what is added and what is taken away must be the acting person's own. */
    @Transactional
    public void give(UUID person, Collection<UUID> roles) {
        Actor actor = Acting.current();
        actor.require("people.manage");
        Map<UUID, Role> known = sql.all().stream().collect(Collectors.toMap(Role::id, Function.identity()));
        if (!known.keySet().containsAll(roles)) throw Refusal.field("roles", "unknownReference");
        var before = new LinkedHashSet<>(sql.rolesOf(person));
        var after = new LinkedHashSet<>(roles);
        if (before.equals(after)) return;
        confirmations.require(Sensitive.ROLES_GIVEN);
        for (Role role : known.values()) {
            if (before.contains(role.id()) != after.contains(role.id())) grants.check(role.rights());
        }
        boolean steppingDown = known.values().stream()
                .anyMatch(role -> role.isAdministrator() && before.contains(role.id()) && !after.contains(role.id()));
        if (steppingDown) checkNotLast(person);
        sql.replace(person, after);
        accessLog.add("rolesGiven", "person", person, Map.of("from", names(known, before), "to", names(known, after)));
        actors.forget(actor.tenant(), person);
    }

    private static List<String> names(Map<UUID, Role> known, Collection<UUID> ids) {
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Role::name)
                .toList();
    }

    /**
     * Refuses when the person is the last who administers the firm. Who asks waits for everybody who asked before until
     * that one's transaction ends, so that two cannot go at the same time.
     */
    @Transactional
    public void checkNotLast(UUID person) {
        lock();
        if (sql.administrators().equals(List.of(person))) throw Refusal.of(422, "lastAdministrator");
    }

    /** Lets one transaction of the firm at a time change who administers it and how its departments hang together. */
    @Transactional
    public void lock() {
        sql.lockAdministrators();
    }

    /** Refuses unless the acting person has all rights of the other; before taking over or shutting out an account. */
    @Transactional(readOnly = true)
    public void checkCovers(UUID person) {
        if (!Acting.current().person().equals(person)) grants.check(rightsOf(person));
    }
}
