package io.chaoxi.identity.person;

import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may change of himself, whatever his roles: how he is reached and how the page looks. */
@Service
public class Oneself {
    private static final Set<String> PREFERENCES = Set.of("locale", "timeZone", "theme", "density");

    /** What one may change of oneself: of one's record, and how the page looks. */
    record Body(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String theme,
            @Nullable String density) {}

    private final Catalogues catalogues;
    private final Patches patches;
    private final RecordWriting writing;
    private final PersonSql sql;
    private final StoredActors actors;

    Oneself(Catalogues catalogues, Patches patches, RecordWriting writing, PersonSql sql, StoredActors actors) {
        this.catalogues = catalogues;
        this.patches = patches;
        this.writing = writing;
        this.sql = sql;
        this.actors = actors;
    }

    @Transactional
    public void change(JsonNode body) {
        var input = Input.of(body, Body.class);
        var preferences = preferences(input);
        input.check();
        Actor actor = Acting.current();
        Acting.as(allowed(actor), () -> changeRecord(actor, body));
        sql.setPreferences(actor.person(), preferences);
        actors.forget(actor.tenant(), actor.person());
    }

    private void changeRecord(Actor actor, JsonNode body) {
        ObjectNode fields = ((ObjectNode) body).deepCopy();
        fields.remove(List.copyOf(PREFERENCES));
        if (fields.isEmpty()) return;
        Catalogue catalogue = catalogues.of("person");
        writing.change(catalogue, actor.person(), null, patches.read(catalogue, fields, false), Writing.BY_HAND);
    }

    private static Map<Field<String>, @Nullable String> preferences(Input input) {
        var preferences = new LinkedHashMap<Field<String>, @Nullable String>();
        if (input.has("locale")) preferences.put(PERSON.LOCALE, input.word("locale", List.of("zh", "en"), ""));
        if (input.has("theme")) {
            preferences.put(PERSON.THEME, input.word("theme", List.of("light", "dark", "system"), ""));
        }
        if (input.has("density")) {
            preferences.put(PERSON.DENSITY, input.word("density", List.of("loose", "normal", "tight"), ""));
        }
        if (input.has("timeZone")) preferences.put(PERSON.TIME_ZONE, zone(input));
        return preferences;
    }

    private static @Nullable String zone(Input input) {
        String zone = input.optional("timeZone", 60, null);
        if (zone != null && !zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            input.refuse("timeZone", "unknownTimeZone");
        }
        return zone;
    }

    /** The same person with the right to change a person's record, for the length of changing his own. */
    private static Actor allowed(Actor actor) {
        var permissions = new HashSet<>(actor.permissions());
        permissions.addAll(List.of("person.read", "person.update"));
        var fields = new HashMap<String, Map<String, FieldRight>>(actor.fields());
        fields.remove("person");
        return actor.with(actor.everything(), permissions, actor.scopes(), fields, actor.ticket());
    }
}
