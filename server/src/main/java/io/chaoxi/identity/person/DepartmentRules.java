package io.chaoxi.identity.person;

import io.chaoxi.identity.role.Grants;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.Pinyin;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Departments form a tree of at most twenty levels. Its form decides what managers see, so only who manages people moves
 * departments, and only within his own reach. A department with people or departments in it stays.
 */
@Component
class DepartmentRules implements RecordRules {
    private static final int DEEPEST = 20;

    private final PersonSql sql;
    private final Roles roles;
    private final Grants grants;
    private final StoredActors actors;

    DepartmentRules(PersonSql sql, Roles roles, Grants grants, StoredActors actors) {
        this.sql = sql;
        this.roles = roles;
        this.grants = grants;
        this.actors = actors;
    }

    @Override
    public void check(RecordChange change) {
        boolean moved = change.changes("parent");
        if (change.kind() == Kind.CHANGED && !moved) return;
        Acting.current().require("people.manage");
        roles.lock();
        if (change.kind() == Kind.DELETED && sql.inUse(change.id())) throw Refusal.of(409, "departmentInUse");
        if (change.kind() == Kind.CHANGED) {
            grants.checkTree(change.id());
            grants.checkTree(change.reference("parent"));
        }
        checkTree(change.id(), change.reference("parent"));
    }

    private void checkTree(UUID department, @Nullable UUID parent) {
        Map<UUID, UUID> parents = sql.parents();
        int depth = 1;
        for (UUID above = parent; above != null; above = parents.get(above)) {
            if (above.equals(department)) throw Refusal.field("parent", "departmentCycle");
            if (++depth > DEEPEST) throw Refusal.field("parent", "departmentTooDeep");
        }
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        String name = change.text("name");
        return name == null ? Map.of() : Map.of("name_key", Pinyin.sortKey(name));
    }

    @Override
    public void written(RecordChange change) {
        actors.forgetAll();
    }
}
