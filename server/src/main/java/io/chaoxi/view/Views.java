package io.chaoxi.view;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordGroups;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Saved views of an object's list. Whoever may read the object saves his own; making one public needs
 * {@code view.publish}, and whoever has it may also change and delete the public views of others.
 */
@Service
public class Views {
    static final String PUBLISH = "view.publish";
    private static final int MOST = 200;

    private final ViewSql sql;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordGroups groups;
    private final ViewReaders readers;

    Views(ViewSql sql, Catalogues catalogues, RecordReading reading, RecordGroups groups, ViewReaders readers) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.reading = reading;
        this.groups = groups;
        this.readers = readers;
    }

    /** The views that the acting person may use, his own first. */
    @Transactional(readOnly = true)
    public List<SavedView> all(String object) {
        Catalogue catalogue = readable(object);
        var views = visible(catalogue);
        var owners = new HashSet<UUID>();
        views.forEach(view -> owners.add(view.owner().id()));
        Map<UUID, String> names = readers.names(owners);
        return readers.shown(views, catalogue.actor()).stream()
                .map(view -> fitted(catalogue, named(view, names)))
                .toList();
    }

    /**
     * The view as this reader can use it: a column, sort, group or filter that names a field which was deleted or which
     * he may not see is left out, and the view says so.
     */
    private SavedView fitted(Catalogue catalogue, SavedView view) {
        var columns = view.columns().stream()
                .filter(column -> catalogue.visible(column.field()).isPresent())
                .toList();
        var omitted = new ArrayList<String>();
        if (refused(() -> reading.check(catalogue, query(view.filter(), "", List.of())))) omitted.add(SavedView.FILTER);
        if (refused(() -> reading.check(catalogue, query("", view.sort(), List.of())))) omitted.add(SavedView.SORT);
        if (refused(() -> checkGroup(catalogue, view))) omitted.add(SavedView.GROUP);
        if (refused(() -> LayoutFields.checkOver(catalogue, view))) omitted.add(SavedView.OVER);
        if (columns.size() < view.columns().size()) omitted.add(SavedView.COLUMNS);
        return omitted.isEmpty() ? view : view.without(List.copyOf(omitted), columns);
    }

    private void checkGroup(Catalogue catalogue, SavedView view) {
        LayoutFields.checkGroup(catalogue, view);
        if (!view.group().isEmpty()) groups.check(catalogue, view.group());
    }

    private static boolean refused(Runnable check) {
        try {
            check.run();
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }

    private static RecordQuery query(String filter, String sort, List<String> fields) {
        return new RecordQuery(filter, "", sort, fields, RecordQuery.LARGEST_PAGE, null, false);
    }

    private List<SavedView> visible(Catalogue catalogue) {
        String object = catalogue.type().object();
        Actor actor = catalogue.actor();
        Map<UUID, List<UUID>> byView = sql.defaultsOfRoles(object);
        var own = readers.roles(actor);
        return sql.visible(object, actor, readers.departments(actor), own).stream()
                .map(view -> {
                    var given = byView.getOrDefault(view.id(), List.of());
                    return view.defaultFor(given, given.stream().anyMatch(own::contains));
                })
                .toList();
    }

    private Catalogue readable(String object) {
        Catalogue catalogue = catalogues.of(object);
        catalogue.actor().require(object + ".read");
        return catalogue;
    }

    private static SavedView named(SavedView view, Map<UUID, String> names) {
        return view.named(names.get(view.owner().id()));
    }

    /** Saves a new view of the acting person's own; its filter, sort and columns are refused as a list would refuse them. */
    @Transactional
    public SavedView add(String object, JsonNode body) {
        Catalogue catalogue = readable(object);
        Actor actor = catalogue.actor();
        if (sql.owned(actor.person()) >= MOST) throw Refusal.of(422, "tooManyViews", Map.of("max", MOST));
        var blank = new SavedView(
                Ids.next(),
                "",
                "table",
                "",
                "",
                "",
                "",
                List.of(),
                null,
                SavedView.PRIVATE,
                List.of(),
                new SavedView.Owner(actor.person(), null),
                false,
                List.of(),
                false,
                List.of(),
                1);
        SavedView view = ViewInput.read(body, blank);
        check(catalogue, view);
        checkReaders(view, blank);
        sql.add(object, view, actor);
        readers.keep(view, actor.tenant());
        return written(catalogue, view.id());
    }

    private void check(Catalogue catalogue, SavedView view) {
        Actor actor = catalogue.actor();
        if (view.isPublic()) actor.require(PUBLISH);
        boolean own = view.owner().id().equals(actor.person());
        if (SavedView.TEAM.equals(view.sharing()) && own && actor.department() == null) {
            throw Refusal.field("sharing", "noDepartment");
        }
        checkGroup(catalogue, view);
        LayoutFields.checkOver(catalogue, view);
        var columns = view.columns().stream().map(SavedView.Column::field).toList();
        reading.check(catalogue, query(view.filter(), view.sort(), columns));
    }

    /** Whoever is gone since he was chosen keeps nobody from changing the rest. */
    private void checkReaders(SavedView view, SavedView now) {
        if (view.readers().equals(now.readers()) || readers.known(view.readers())) return;
        throw Refusal.field("readers", "unknownReference");
    }

    /** As it stands now, also where whoever took another's view back from the public no longer sees it. */
    private SavedView written(Catalogue catalogue, UUID id) {
        SavedView view = sought(catalogue, id).orElseGet(() -> sql.one(id, catalogue.actor()));
        var shown = readers.shown(List.of(view), catalogue.actor()).getFirst();
        return fitted(catalogue, named(shown, readers.names(Set.of(view.owner().id()))));
    }

    private SavedView find(Catalogue catalogue, UUID id) {
        return sought(catalogue, id).orElseThrow(Refusal::notFound);
    }

    private Optional<SavedView> sought(Catalogue catalogue, UUID id) {
        return visible(catalogue).stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** Changes the version that the caller saw; 409 when somebody changed the view since. What was left out for its owner goes. */
    @Transactional
    public SavedView change(String object, UUID id, long version, JsonNode body) {
        Catalogue catalogue = readable(object);
        SavedView now = readers.stored(find(catalogue, id), catalogue.actor());
        checkHolder(catalogue.actor(), now);
        if (now.version() != version) throw Refusal.stale(now.version());
        boolean own = now.owner().id().equals(catalogue.actor().person());
        SavedView view = ViewInput.read(body, own ? fitted(catalogue, now) : now);
        check(catalogue, view);
        checkReaders(view, now);
        if (!sql.change(view, catalogue.actor())) throw Refusal.stale(now.version());
        readers.keep(view, catalogue.actor().tenant());
        return written(catalogue, id);
    }

    private static void checkHolder(Actor actor, SavedView view) {
        if (view.owner().id().equals(actor.person())) return;
        if (!view.isPublic()) throw Refusal.of(403, "notYourView");
        actor.require(PUBLISH);
    }

    @Transactional
    public void delete(String object, UUID id) {
        SavedView view = find(readable(object), id);
        checkHolder(Acting.current(), view);
        sql.delete(id);
    }

    /** From now on the acting person opens the object with this view, until he says otherwise or it is gone. */
    @Transactional
    public void makeDefault(String object, UUID id) {
        sql.makeDefault(object, find(readable(object), id).id(), Acting.current());
    }

    /**
     * From now on people of these roles, and of no others, open the object with this public view, unless they chose a
     * default themselves. A role has one default of an object.
     */
    @Transactional
    public void makeDefaultOfRoles(String object, UUID id, List<UUID> chosen) {
        SavedView view = find(readable(object), id);
        Actor actor = Acting.current();
        actor.require(PUBLISH);
        if (!view.isPublic()) throw Refusal.of(422, "viewNotPublic");
        if (!readers.knownRoles().containsAll(chosen)) throw Refusal.field("roles", "unknownReference");
        sql.makeDefaultOfRoles(object, id, new HashSet<>(chosen), actor.tenant());
    }

    @Transactional
    public void forgetDefault(String object, UUID id) {
        sql.forgetDefault(object, find(readable(object), id).id(), Acting.current());
    }
}
