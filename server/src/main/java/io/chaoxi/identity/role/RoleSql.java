package io.chaoxi.identity.role;

import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.PERSON_ROLE;
import static chaoxi.tables.Tables.POOL;
import static chaoxi.tables.Tables.POOL_MEMBER;
import static chaoxi.tables.Tables.RECORD_SHARE;
import static chaoxi.tables.Tables.ROLE;
import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.rights.Shares;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on roles and who has them. */
@Component
class RoleSql {
    /** Stands in place of the permissions while a standard role is as the program defines it. */
    private static final String[] AS_DEFINED = {"@standard"};

    /** A person's reach stays one that an index answers; nobody may share more with one grantee than a part of this. */
    private static final int MOST_SHARED = 20_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, DataScope>> SCOPES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, String>>> FIELDS = new TypeReference<>() {};

    private final DSLContext database;
    private final Permissions permissions;
    private final Clock clock;

    RoleSql(DSLContext database, Permissions permissions, Clock clock) {
        this.database = database;
        this.permissions = permissions;
        this.clock = clock;
    }

    List<Role> all() {
        var holders = DSL.selectCount()
                .from(PERSON_ROLE)
                .join(PERSON)
                .on(PERSON.ID.eq(PERSON_ROLE.PERSON_ID))
                .where(PERSON_ROLE.ROLE_ID.eq(ROLE.ID))
                .and(PERSON.DELETED_AT.isNull())
                .<Integer>asField("people");
        return database.select(
                        ROLE.ID,
                        ROLE.VERSION,
                        ROLE.CODE,
                        ROLE.NAME,
                        ROLE.STANDARD,
                        ROLE.PERMISSIONS,
                        ROLE.SCOPES,
                        ROLE.FIELD_RIGHTS,
                        ROLE.SECOND_FACTOR,
                        holders)
                .from(ROLE)
                .orderBy(ROLE.STANDARD.desc(), ROLE.ID)
                .fetch(row -> new Role(
                        row.get(ROLE.ID),
                        row.get(ROLE.VERSION),
                        row.get(ROLE.CODE),
                        row.get(ROLE.NAME),
                        row.get(ROLE.STANDARD),
                        rights(row),
                        row.get(ROLE.SECOND_FACTOR),
                        row.get(holders)));
    }

    /** A standard role that the firm did not touch has the rights that this version of the program gives it. */
    Rights rights(Record row) {
        if (row.get(ROLE.PERMISSIONS).length == 1 && row.get(ROLE.PERMISSIONS)[0].equals(AS_DEFINED[0])) {
            return StandardRole.of(row.get(ROLE.CODE)).orElseThrow().rights(permissions);
        }
        var fields = new HashMap<String, Map<String, FieldRight>>();
        JSON.readValue(row.get(ROLE.FIELD_RIGHTS).data(), FIELDS).forEach((object, rights) -> {
            var ofObject = new HashMap<String, FieldRight>();
            rights.forEach((field, right) -> ofObject.put(field, FieldRight.of(right)));
            fields.put(object, ofObject);
        });
        return new Rights(
                false,
                Set.of(row.get(ROLE.PERMISSIONS)),
                JSON.readValue(row.get(ROLE.SCOPES).data(), SCOPES),
                fields);
    }

    UUID insert(String code, String name, Rights rights, boolean secondFactor) {
        UUID id = insert(
                code,
                name,
                false,
                rights.permissions().toArray(String[]::new),
                json(rights.scopes()),
                json(rights.fields()));
        if (secondFactor) demandSecondFactor(id, true);
        return id;
    }

    void demandSecondFactor(UUID id, boolean demanded) {
        database.update(ROLE)
                .set(ROLE.SECOND_FACTOR, demanded)
                .where(ROLE.ID.eq(id))
                .execute();
    }

    UUID insert(StandardRole role) {
        return insert(role.code(), role.label().zh(), true, AS_DEFINED, json(Map.of()), json(Map.of()));
    }

    private UUID insert(String code, String name, boolean standard, String[] permissions, JSONB scopes, JSONB fields) {
        UUID id = Ids.next();
        var actor = Acting.current();
        database.insertInto(ROLE)
                .set(ROLE.TENANT_ID, actor.tenant())
                .set(ROLE.ID, id)
                .set(ROLE.CODE, code)
                .set(ROLE.NAME, name)
                .set(ROLE.STANDARD, standard)
                .set(ROLE.PERMISSIONS, permissions)
                .set(ROLE.SCOPES, scopes)
                .set(ROLE.FIELD_RIGHTS, fields)
                .set(ROLE.CREATED_AT, now())
                .set(ROLE.CREATED_BY, actor.person())
                .set(ROLE.CHANGED_AT, now())
                .set(ROLE.CHANGED_BY, actor.person())
                .execute();
        return id;
    }

    /** Writes when the version still is the expected one; says whether it was. */
    boolean update(UUID id, long version, String name, Rights rights, boolean renamedOnly) {
        var update = database.update(ROLE)
                .set(ROLE.NAME, name)
                .set(ROLE.VERSION, version + 1)
                .set(ROLE.CHANGED_AT, now())
                .set(ROLE.CHANGED_BY, Acting.current().person());
        if (!renamedOnly) {
            update = update.set(ROLE.PERMISSIONS, rights.permissions().toArray(String[]::new))
                    .set(ROLE.SCOPES, json(rights.scopes()))
                    .set(ROLE.FIELD_RIGHTS, json(rights.fields()));
        }
        return update.where(ROLE.ID.eq(id)).and(ROLE.VERSION.eq(version)).execute() == 1;
    }

    void delete(UUID id) {
        database.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }

    List<UUID> rolesOf(UUID person) {
        return database.select(PERSON_ROLE.ROLE_ID)
                .from(PERSON_ROLE)
                .where(PERSON_ROLE.PERSON_ID.eq(person))
                .fetch(PERSON_ROLE.ROLE_ID);
    }

    Map<UUID, List<UUID>> rolesOf(Collection<UUID> people) {
        return database.select(PERSON_ROLE.PERSON_ID, PERSON_ROLE.ROLE_ID)
                .from(PERSON_ROLE)
                .where(PERSON_ROLE.PERSON_ID.in(people))
                .fetchGroups(PERSON_ROLE.PERSON_ID, PERSON_ROLE.ROLE_ID);
    }

    void replace(UUID person, Collection<UUID> roles) {
        database.deleteFrom(PERSON_ROLE).where(PERSON_ROLE.PERSON_ID.eq(person)).execute();
        for (UUID role : roles) {
            database.insertInto(PERSON_ROLE)
                    .set(PERSON_ROLE.TENANT_ID, Acting.current().tenant())
                    .set(PERSON_ROLE.PERSON_ID, person)
                    .set(PERSON_ROLE.ROLE_ID, role)
                    .execute();
        }
    }

    /** Makes everyone wait who is about to take an administrator away, until this transaction ends. */
    void lockAdministrators() {
        database.update(ROLE)
                .set(ROLE.CHANGED_AT, ROLE.CHANGED_AT)
                .where(ROLE.CODE.eq(StandardRole.ADMINISTRATOR.code()))
                .execute();
    }

    /** Who administers the firm and can sign in. */
    List<UUID> administrators() {
        return database.select(PERSON.ID)
                .from(PERSON)
                .join(PERSON_ROLE)
                .on(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
                .join(ROLE)
                .on(ROLE.ID.eq(PERSON_ROLE.ROLE_ID))
                .where(ROLE.CODE.eq(StandardRole.ADMINISTRATOR.code()))
                .and(PERSON.DELETED_AT.isNull())
                .and(PERSON.LOCKED.isFalse())
                .fetch(PERSON.ID);
    }

    /** The person with a row for each of his roles; nothing when he is locked or gone. */
    Result<? extends Record> actor(long tenant, UUID person) {
        return database.select(
                        PERSON.NAME,
                        PERSON.DEPARTMENT_ID,
                        PERSON.LOCALE,
                        TENANT.TIME_ZONE,
                        TENANT.CURRENCY,
                        ROLE.ID,
                        ROLE.CODE,
                        ROLE.PERMISSIONS,
                        ROLE.SCOPES,
                        ROLE.FIELD_RIGHTS,
                        ROLE.SECOND_FACTOR)
                .from(PERSON)
                .join(TENANT)
                .on(TENANT.ID.eq(tenant))
                .leftJoin(PERSON_ROLE)
                .on(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
                .leftJoin(ROLE)
                .on(ROLE.ID.eq(PERSON_ROLE.ROLE_ID))
                .where(PERSON.ID.eq(person))
                .and(PERSON.LOCKED.isFalse())
                .and(PERSON.DELETED_AT.isNull())
                .fetch();
    }

    /** Department → department above it, of the whole firm. */
    Map<UUID, UUID> parents() {
        return database.select(DEPARTMENT.ID, DEPARTMENT.PARENT_ID)
                .from(DEPARTMENT)
                .where(DEPARTMENT.PARENT_ID.isNotNull())
                .and(DEPARTMENT.DELETED_AT.isNull())
                .fetchMap(DEPARTMENT.ID, DEPARTMENT.PARENT_ID);
    }

    /** What was shared with any of these people, departments and roles and still is, and the pools that they take from. */
    Shares shares(Collection<UUID> grantees) {
        var writable = DSL.boolOr(RECORD_SHARE.WRITABLE);
        Map<String, Set<UUID>> read = new HashMap<>();
        Map<String, Set<UUID>> write = new HashMap<>();
        database.select(RECORD_SHARE.OBJECT, RECORD_SHARE.RECORD_ID, writable)
                .from(RECORD_SHARE)
                .where(RECORD_SHARE.GRANTEE_ID.eq(DSL.any(grantees.toArray(UUID[]::new))))
                .and(RECORD_SHARE.ENDS_AT.isNull().or(RECORD_SHARE.ENDS_AT.gt(now())))
                .groupBy(RECORD_SHARE.OBJECT, RECORD_SHARE.RECORD_ID)
                .limit(MOST_SHARED)
                .forEach(row -> {
                    read.computeIfAbsent(row.value1(), object -> new HashSet<>())
                            .add(row.value2());
                    if (row.value3()) {
                        write.computeIfAbsent(row.value1(), object -> new HashSet<>())
                                .add(row.value2());
                    }
                });
        return new Shares(read, write, pools(grantees));
    }

    /** The pools that any of these people, departments and roles is a member of, and those that are open to everyone. */
    private Map<UUID, Shares.Pool> pools(Collection<UUID> members) {
        var memberships = DSL.select(POOL_MEMBER.POOL_ID)
                .from(POOL_MEMBER)
                .where(POOL_MEMBER.MEMBER_ID.eq(DSL.any(members.toArray(UUID[]::new))));
        return database.select(POOL.ID, POOL.OBJECT, POOL.SHOWN_FIELDS)
                .from(POOL)
                .where(POOL.DELETED_AT.isNull())
                .and(POOL.EVERYONE.isTrue().or(POOL.ID.in(memberships)))
                .fetchMap(POOL.ID, row -> new Shares.Pool(row.value2(), Set.of(row.value3())));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
