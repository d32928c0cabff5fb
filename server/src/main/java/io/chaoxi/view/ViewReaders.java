package io.chaoxi.view;

import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who reads views: the departments whose team views reach him, his roles, and what owners of views are called. */
@Component
class ViewReaders {
    private final DepartmentPath path;
    private final Roles roles;
    private final RecordLabels labels;

    ViewReaders(DepartmentPath path, Roles roles, RecordLabels labels) {
        this.path = path;
        this.roles = roles;
        this.labels = labels;
    }

    Set<UUID> departments(Actor actor) {
        return path.of(actor);
    }

    List<UUID> roles(Actor actor) {
        return roles.of(actor.person()).stream().map(Roles.Named::id).toList();
    }

    Set<UUID> knownRoles() {
        return roles.all().stream().map(Role::id).collect(Collectors.toSet());
    }

    Map<UUID, String> names(Collection<UUID> people) {
        return labels.of("person", people);
    }
}
