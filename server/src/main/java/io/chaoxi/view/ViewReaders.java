package io.chaoxi.view;

import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who reads views: the departments whose team views reach him, his roles, whom a view was chosen for, and what all are called. */
@Component
class ViewReaders {
    private final DepartmentPath path;
    private final Roles roles;
    private final RecordLabels labels;
    private final ViewReaderSql chosen;

    ViewReaders(DepartmentPath path, Roles roles, RecordLabels labels, ViewReaderSql chosen) {
        this.path = path;
        this.roles = roles;
        this.labels = labels;
        this.chosen = chosen;
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

    /** With whom it is shown to, as it is kept; for its owner alone. */
    SavedView stored(SavedView view, Actor actor) {
        if (!view.isChosen() || !view.owner().id().equals(actor.person())) return view;
        return view.readBy(chosen.of(List.of(view.id())).getOrDefault(view.id(), List.of()));
    }

    /** His own chosen views with whom they are shown to; who is gone, or has no name for him, is left out. */
    List<SavedView> shown(List<SavedView> views, Actor actor) {
        var own = views.stream()
                .filter(view -> view.isChosen() && view.owner().id().equals(actor.person()))
                .map(SavedView::id)
                .toList();
        if (own.isEmpty()) return views;
        var readers = chosen.of(own);
        var names = names(readers.values().stream().flatMap(List::stream).toList());
        return views.stream()
                .map(view -> view.readBy(named(readers.getOrDefault(view.id(), List.of()), names)))
                .toList();
    }

    private static List<SavedView.Reader> named(List<SavedView.Reader> readers, Map<String, Map<UUID, String>> names) {
        return readers.stream()
                .filter(reader -> known(reader, names))
                .map(reader -> new SavedView.Reader(
                        reader.object(),
                        reader.id(),
                        Objects.requireNonNull(names.get(reader.object())).get(reader.id())))
                .toList();
    }

    private static boolean known(SavedView.Reader reader, Map<String, Map<UUID, String>> names) {
        return names.getOrDefault(reader.object(), Map.of()).containsKey(reader.id());
    }

    /** Whether there are all of these, whatever the acting person may know of them. */
    boolean known(List<SavedView.Reader> readers) {
        Actor actor = Acting.current();
        var program = Actor.system(actor.tenant(), actor.zone());
        var names = Acting.as(program, () -> names(readers));
        return readers.stream().allMatch(reader -> known(reader, names));
    }

    void keep(SavedView view, long tenant) {
        chosen.replace(view.id(), view.readers(), tenant);
    }

    /** By object and id. */
    private Map<String, Map<UUID, String>> names(List<SavedView.Reader> readers) {
        var names = new HashMap<String, Map<UUID, String>>();
        for (String object : List.of("person", "department")) {
            names.put(object, labels.of(object, ids(readers, object)));
        }
        if (!ids(readers, "role").isEmpty()) {
            names.put("role", roles.all().stream().collect(Collectors.toMap(Role::id, Role::name)));
        }
        return names;
    }

    private static Set<UUID> ids(List<SavedView.Reader> readers, String object) {
        return readers.stream()
                .filter(reader -> reader.object().equals(object))
                .map(SavedView.Reader::id)
                .collect(Collectors.toSet());
    }
}
