package io.chaoxi.identity.role;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that a new firm starts with. Their rights are the program's, also for objects that a later version brings,
 * until the firm changes a role; the administrator's are never changed. Sensitive fields are masked by default, so only
 * the administrator reads them without asking one by one.
 */
public enum StandardRole {
    ADMINISTRATOR(new Label("管理员", "Administrator"), DataScope.ALL, List.of(), List.of()),
    MANAGER(
            new Label("经理", "Manager"),
            DataScope.DEPARTMENT_TREE,
            List.of(
                    "read", "create", "update", "delete", "export", "import", "assign", "claim", "lock", "reveal",
                    "merge", "share"),
            List.of("bulk.run", "tag.manage", "play.manage", "view.publish")),
    REP(
            new Label("销售", "Sales"),
            DataScope.SELF,
            List.of("read", "create", "update", "delete", "import", "claim", "reveal", "share"),
            List.of("bulk.run")),
    SERVICE(
            new Label("客服", "Service"),
            DataScope.ALL,
            List.of("read", "update", "reveal"),
            List.of(
                    "activity.create",
                    "activity.delete",
                    "task.create",
                    "task.delete",
                    "visit.create",
                    "visit.delete",
                    "promise.create",
                    "promise.delete")),
    FINANCE(new Label("财务", "Finance"), DataScope.ALL, List.of("read"), List.of()),
    AUDITOR(new Label("审计", "Auditor"), DataScope.ALL, List.of("read"), List.of("audit.read"));

    private final Label label;
    private final DataScope scope;
    private final List<String> actions;
    private final List<String> single;

    StandardRole(Label label, DataScope scope, List<String> actions, List<String> single) {
        this.label = label;
        this.scope = scope;
        this.actions = actions;
        this.single = single;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Label label() {
        return label;
    }

    static Optional<StandardRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** Colleagues and departments can be named by everyone; the login of a colleague is nobody's business. */
    public Rights rights(Permissions known) {
        if (this == ADMINISTRATOR) return Rights.EVERYTHING;
        Set<String> permissions = new HashSet<>(single);
        Map<String, DataScope> scopes = new HashMap<>();
        for (String object : known.business()) {
            actions.forEach(action -> permissions.add(object + "." + action));
            scopes.put(object, scope);
        }
        if (this == SERVICE) {
            scopes.computeIfPresent("activity", (object, all) -> DataScope.SELF);
            scopes.computeIfPresent("task", (object, all) -> DataScope.SELF);
            scopes.computeIfPresent("visit", (object, all) -> DataScope.SELF);
            scopes.computeIfPresent("promise", (object, all) -> DataScope.SELF);
        }
        permissions.add("person.read");
        permissions.add("department.read");
        permissions.retainAll(known.all());
        return new Rights(
                false,
                Set.copyOf(permissions),
                Map.copyOf(scopes),
                Map.of("person", Map.of("login", FieldRight.HIDDEN)));
    }
}
