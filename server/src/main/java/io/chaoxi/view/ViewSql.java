package io.chaoxi.view;

import static chaoxi.tables.Tables.DEFAULT_VIEW;
import static chaoxi.tables.Tables.ROLE_VIEW;
import static chaoxi.tables.Tables.SAVED_VIEW;
import static chaoxi.tables.Tables.VIEW_READER;

import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on saved views. */
@Component
class ViewSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<SavedView.Column>> COLUMNS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    ViewSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The views of an object that this person may see, his own first, without the names of their owners. */
    List<SavedView> visible(String object, Actor actor, Collection<UUID> departmentsAbove, Collection<UUID> roles) {
        Condition shared = SAVED_VIEW
                .SHARING
                .eq(SavedView.PUBLIC)
                .or(SAVED_VIEW.SHARING.eq(SavedView.TEAM).and(SAVED_VIEW.DEPARTMENT_ID.in(departmentsAbove)))
                .or(SAVED_VIEW.SHARING.eq(SavedView.CHOSEN).and(readBy(actor, departmentsAbove, roles)));
        var own = SAVED_VIEW.OWNER_ID.eq(actor.person());
        return views(actor)
                .where(SAVED_VIEW.OBJECT.eq(object))
                .and(own.or(shared))
                .orderBy(DSL.field(own).desc(), SAVED_VIEW.NAME, SAVED_VIEW.ID)
                .fetch(ViewSql::view);
    }

    private static Condition readBy(Actor actor, Collection<UUID> departments, Collection<UUID> roles) {
        var person = VIEW_READER.READER.eq("person").and(VIEW_READER.READER_ID.eq(actor.person()));
        var department = VIEW_READER.READER.eq("department").and(VIEW_READER.READER_ID.in(departments));
        var role = VIEW_READER.READER.eq("role").and(VIEW_READER.READER_ID.in(roles));
        return SAVED_VIEW.ID.in(DSL.select(VIEW_READER.VIEW_ID)
                .from(VIEW_READER)
                .where(person.or(department).or(role)));
    }

    /** The view, whoever may see it. */
    SavedView one(UUID id, Actor actor) {
        return views(actor).where(SAVED_VIEW.ID.eq(id)).fetchSingle(ViewSql::view);
    }

    /** With whether this person opens the object with it. */
    private SelectOnConditionStep<Record> views(Actor actor) {
        return database.select(SAVED_VIEW.fields())
                .select(DEFAULT_VIEW.VIEW_ID)
                .from(SAVED_VIEW)
                .leftJoin(DEFAULT_VIEW)
                .on(DEFAULT_VIEW.VIEW_ID.eq(SAVED_VIEW.ID))
                .and(DEFAULT_VIEW.PERSON_ID.eq(actor.person()));
    }

    private static SavedView view(Record row) {
        return new SavedView(
                row.get(SAVED_VIEW.ID),
                row.get(SAVED_VIEW.NAME),
                row.get(SAVED_VIEW.LAYOUT),
                row.get(SAVED_VIEW.FILTER),
                row.get(SAVED_VIEW.SORT),
                row.get(SAVED_VIEW.GROUPING),
                row.get(SAVED_VIEW.OVER_FIELD),
                JSON.readValue(row.get(SAVED_VIEW.COLUMNS).data(), COLUMNS),
                row.get(SAVED_VIEW.DENSITY),
                row.get(SAVED_VIEW.SHARING),
                List.of(),
                new SavedView.Owner(row.get(SAVED_VIEW.OWNER_ID), null),
                row.get(DEFAULT_VIEW.VIEW_ID) != null,
                List.of(),
                false,
                List.of(),
                row.get(SAVED_VIEW.VERSION));
    }

    int owned(UUID person) {
        return database.fetchCount(SAVED_VIEW, SAVED_VIEW.OWNER_ID.eq(person));
    }

    void add(String object, SavedView view, Actor actor) {
        database.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.TENANT_ID, actor.tenant())
                .set(SAVED_VIEW.ID, view.id())
                .set(SAVED_VIEW.OBJECT, object)
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.LAYOUT, view.layout())
                .set(SAVED_VIEW.FILTER, view.filter())
                .set(SAVED_VIEW.SORT, view.sort())
                .set(SAVED_VIEW.GROUPING, view.group())
                .set(SAVED_VIEW.OVER_FIELD, view.over())
                .set(SAVED_VIEW.COLUMNS, columns(view))
                .set(SAVED_VIEW.DENSITY, view.density())
                .set(SAVED_VIEW.SHARING, view.sharing())
                .set(SAVED_VIEW.OWNER_ID, actor.person())
                .set(SAVED_VIEW.DEPARTMENT_ID, actor.department())
                .set(SAVED_VIEW.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .execute();
    }

    /** Says whether the view still had the expected version. The owner's own change takes his department along. */
    boolean change(SavedView view, Actor actor) {
        boolean own = view.owner().id().equals(actor.person());
        var update = database.update(SAVED_VIEW)
                .set(SAVED_VIEW.VERSION, view.version() + 1)
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.LAYOUT, view.layout())
                .set(SAVED_VIEW.FILTER, view.filter())
                .set(SAVED_VIEW.SORT, view.sort())
                .set(SAVED_VIEW.GROUPING, view.group())
                .set(SAVED_VIEW.OVER_FIELD, view.over())
                .set(SAVED_VIEW.COLUMNS, columns(view))
                .set(SAVED_VIEW.DENSITY, view.density())
                .set(SAVED_VIEW.SHARING, view.sharing());
        if (own) update = update.set(SAVED_VIEW.DEPARTMENT_ID, actor.department());
        return update.where(SAVED_VIEW.ID.eq(view.id()))
                        .and(SAVED_VIEW.VERSION.eq(view.version()))
                        .execute()
                == 1;
    }

    private static JSONB columns(SavedView view) {
        return JSONB.valueOf(JSON.writeValueAsString(view.columns()));
    }

    void delete(UUID id) {
        database.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
    }

    void makeDefault(String object, UUID id, Actor actor) {
        database.insertInto(DEFAULT_VIEW)
                .set(DEFAULT_VIEW.TENANT_ID, actor.tenant())
                .set(DEFAULT_VIEW.PERSON_ID, actor.person())
                .set(DEFAULT_VIEW.OBJECT, object)
                .set(DEFAULT_VIEW.VIEW_ID, id)
                .onConflict(DEFAULT_VIEW.TENANT_ID, DEFAULT_VIEW.PERSON_ID, DEFAULT_VIEW.OBJECT)
                .doUpdate()
                .set(DEFAULT_VIEW.VIEW_ID, id)
                .execute();
    }

    /** The roles that open the object with a view, by the view. */
    Map<UUID, List<UUID>> defaultsOfRoles(String object) {
        return database.select(ROLE_VIEW.VIEW_ID, ROLE_VIEW.ROLE_ID)
                .from(ROLE_VIEW)
                .where(ROLE_VIEW.OBJECT.eq(object))
                .orderBy(ROLE_VIEW.ROLE_ID)
                .fetchGroups(ROLE_VIEW.VIEW_ID, ROLE_VIEW.ROLE_ID);
    }

    /** From now on these roles, and no others, have the view; a role has one view of an object. */
    void makeDefaultOfRoles(String object, UUID id, Collection<UUID> roles, long tenant) {
        database.deleteFrom(ROLE_VIEW)
                .where(ROLE_VIEW.OBJECT.eq(object))
                .and(ROLE_VIEW.VIEW_ID.eq(id).or(ROLE_VIEW.ROLE_ID.in(roles)))
                .execute();
        for (UUID role : roles) {
            database.insertInto(ROLE_VIEW)
                    .set(ROLE_VIEW.TENANT_ID, tenant)
                    .set(ROLE_VIEW.ROLE_ID, role)
                    .set(ROLE_VIEW.OBJECT, object)
                    .set(ROLE_VIEW.VIEW_ID, id)
                    .execute();
        }
    }

    void forgetDefault(String object, UUID id, Actor actor) {
        database.deleteFrom(DEFAULT_VIEW)
                .where(DEFAULT_VIEW.PERSON_ID.eq(actor.person()))
                .and(DEFAULT_VIEW.OBJECT.eq(object))
                .and(DEFAULT_VIEW.VIEW_ID.eq(id))
                .execute();
    }
}
