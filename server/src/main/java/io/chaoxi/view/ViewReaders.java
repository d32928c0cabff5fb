package io.chaoxi.view;

import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** His own chosen views with whom they are shown to; who is gone is left out. */
    List<SavedView> shown(List<SavedView> views, Actor actor) {
        var own = views.stream()
                .filter(view -> view.isChosen() && view.owner().id().equals(actor.person()))
                .map(SavedView::id)
                .toList();
        if (own.isEmpty()) return views;
        var readers = chosen.of(own);
        var names = namesOf(readers.values().stream().flatMap(List::stream).toList());
        return views.stream()
                .map(view -> view.readBy(named(readers.getOrDefault(view.id(), List.of()), names)))
                .toList();
    }

    private static List<SavedView.Reader> named(List<SavedView.Reader> readers, Map<UUID, String> names) {
        return readers.stream()
                .filter(reader -> names.containsKey(reader.id()))
                .map(reader -> new SavedView.Reader(reader.object(), reader.id(), names.get(reader.id())))
                .toList();
    }

    /** Whether there are all of these. */
    boolean known(List<SavedView.Reader> readers) {
        var names = namesOf(readers);
        return readers.stream().allMatch(reader -> names.containsKey(reader.id()));
    }

    void keep(SavedView view, long tenant) {
        chosen.replace(view.id(), view.readers(), tenant);
    }

    private Map<UUID, String> namesOf(List<SavedView.Reader> readers) {
        var names = new HashMap<UUID, String>();
        for (String object : List.of("person", "department")) {
            names.putAll(labels.of(object, ids(readers, object)));
        }
        var ofRoles = ids(readers, "role");
        if (ofRoles.isEmpty()) return names;
        roles.all().stream()
                .filter(role -> ofRoles.contains(role.id()))
                .forEach(role -> names.put(role.id(), role.name()));
        return names;
    }

    private static Set<UUID> ids(List<SavedView.Reader> readers, String object) {
        return readers.stream()
                .filter(reader -> reader.object().equals(object))
                .map(SavedView.Reader::id)
                .collect(Collectors.toSet());
    }
}
