package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.PERSON;
import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.identity.role.Permissions;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page needs to know of the one who signed in: himself, his firm, what he may do. */
@Component
public class SessionAnswers {
    private static final List<String> ACTIONS =
            List.of("read", "create", "update", "delete", "export", "import", "assign", "reveal", "merge", "share");

    private final DSLContext database;
    private final Roles roles;
    private final Permissions permissions;
    private final Catalogues catalogues;
    private final Callers callers;

    SessionAnswers(DSLContext database, Roles roles, Permissions permissions, Catalogues catalogues, Callers callers) {
        this.database = database;
        this.callers = callers;
        this.roles = roles;
        this.permissions = permissions;
        this.catalogues = catalogues;
    }

    /** The answer of {@code GET /session}. */
    public record Answer(
            Person person,
            Firm firm,
            List<Roles.Named> roles,
            List<String> permissions,
            SortedMap<String, Map<String, Boolean>> objects,
            boolean installationAdministrator,
            boolean passwordChangeNeeded,
            boolean secondFactorNeeded) {}

    record Reference(UUID id, String label) {}

    record Person(
            UUID id,
            String name,
            String login,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Reference department,
            String locale,
            @Nullable String timeZone,
            String theme,
            String density) {}

    record Firm(String name, String timeZone, String currency, boolean sample) {}

    /**
     * For the acting person. Who has yet to replace a one-time password, or to set up a second
     * factor, is told no rights.
     */
    @Transactional(readOnly = true)
    public Answer of(Caller caller) {
        Actor actor = Acting.current();
        boolean lacking = callers.lacksSecondFactor(caller);
        boolean half = caller.oneTime() || lacking;
        return new Answer(
                person(actor),
                firm(actor),
                roles.of(actor.person()),
                half ? List.of() : granted(actor),
                half ? new TreeMap<>() : objects(actor),
                caller.installationAdministrator(),
                caller.oneTime(),
                lacking);
    }

    /** The same for the session that this request belongs to. */
    @Transactional(readOnly = true)
    public Answer of(HttpServletRequest request) {
        return of(Caller.of(request).orElseThrow(() -> Refusal.of(401, "signInNeeded")));
    }

    private List<String> granted(Actor actor) {
        return permissions.all().stream().filter(actor::may).sorted().toList();
    }

    private SortedMap<String, Map<String, Boolean>> objects(Actor actor) {
        var known = permissions.all();
        var objects = new TreeMap<String, Map<String, Boolean>>();
        for (var type : catalogues.types()) {
            var allowed = new TreeMap<String, Boolean>();
            for (String action : ACTIONS) {
                String permission = type.object() + "." + action;
                allowed.put(action, known.contains(permission) && actor.may(permission));
            }
            objects.put(type.object(), allowed);
        }
        return objects;
    }

    private Person person(Actor actor) {
        return database.select(
                        PERSON.NAME,
                        PERSON.LOGIN,
                        PERSON.EMAIL,
                        PERSON.PHONE,
                        PERSON.LOCALE,
                        PERSON.TIME_ZONE,
                        PERSON.THEME,
                        PERSON.DENSITY,
                        DEPARTMENT.ID,
                        DEPARTMENT.NAME)
                .from(PERSON)
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.ID.eq(PERSON.DEPARTMENT_ID))
                .where(PERSON.ID.eq(actor.person()))
                .fetchSingle(row -> new Person(
                        actor.person(),
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value9() == null ? null : new Reference(row.value9(), row.value10()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    private Firm firm(Actor actor) {
        return database.select(TENANT.NAME, TENANT.TIME_ZONE, TENANT.CURRENCY, TENANT.SAMPLE)
                .from(TENANT)
                .where(TENANT.ID.eq(actor.tenant()))
                .fetchSingle(
                        row -> new Firm(row.value1(), row.value2(), row.value3().strip(), row.value4()));
    }
}
