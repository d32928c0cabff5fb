package io.chaoxi.identity.role;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody gives to another, or takes over from another, what he lacks himself. */
@Component
public class Grants {
    private final Permissions permissions;
    private final Catalogues catalogues;

    Grants(Permissions permissions, Catalogues catalogues) {
        this.permissions = permissions;
        this.catalogues = catalogues;
    }

    /** Refuses with 403 unless the acting person has every right among these, as wide and as deep. */
    public void check(Rights wanted) {
        Actor actor = Acting.current();
        if (actor.everything()) return;
        if (wanted.everything()) throw lacking("administrator");
        for (String permission : wanted.permissions()) {
            if (!actor.may(permission)) throw lacking(permission);
        }
        for (String object : permissions.objects()) {
            if (wanted.touches(object)) checkDepth(actor, wanted, object);
        }
    }

    private void checkDepth(Actor actor, Rights wanted, String object) {
        boolean owned = permissions.type(object).filter(RecordType::owned).isPresent();
        if (owned && wanted.scope(object).compareTo(actor.scope(object)) > 0) throw lacking(object + ".scope");
        var names = new HashSet<>(
                wanted.fields().getOrDefault(object, java.util.Map.of()).keySet());
        names.addAll(actor.fields().getOrDefault(object, java.util.Map.of()).keySet());
        for (String name : names) {
            var byDefault = permissions.byDefault(object, name);
            boolean sensitive = byDefault == io.chaoxi.platform.rights.FieldRight.MASKED;
            if (wanted.field(object, name, byDefault).compareTo(actor.field(object, name, sensitive)) > 0) {
                throw lacking(object + "." + name);
            }
        }
    }

    private static Refusal lacking(String right) {
        return Refusal.of(403, "grantBeyondOwn", java.util.Map.of("permission", right));
    }

    /**
     * Refuses to bring somebody into a department that the acting person does not reach, when departments decide what
     * the acting person sees: it would let him, or who has his rights, see more.
     */
    public void checkDepartment(@Nullable UUID department) {
        boolean decides =
                scopes().anyMatch(scope -> scope == DataScope.DEPARTMENT || scope == DataScope.DEPARTMENT_TREE);
        if (decides) checkReached("department", department);
    }

    /** Refuses to move a department out of, or into, what the acting person does not reach: managers would see more. */
    public void checkTree(@Nullable UUID department) {
        if (!scopes().allMatch(scope -> scope == DataScope.ALL)) checkReached("parent", department);
    }

    private Stream<DataScope> scopes() {
        Actor actor = Acting.current();
        return catalogues.types().stream().filter(RecordType::owned).map(type -> actor.scope(type.object()));
    }

    private static void checkReached(String field, @Nullable UUID department) {
        if (department == null || !Acting.current().departments().contains(department)) {
            throw Refusal.field(field, "departmentOutOfReach");
        }
    }
}
