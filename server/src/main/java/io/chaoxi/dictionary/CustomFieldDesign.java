package io.chaoxi.dictionary;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.ChoiceUse;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Makes, changes and deletes the custom fields of an object; a hundred each. Needs the right to manage fields. */
@Service
public class CustomFieldDesign {
    static final String RIGHT = "field.manage";
    private static final int MOST = 100;

    private final CustomFieldSql sql;
    private final FirmFields fields;
    private final Catalogues catalogues;
    private final ChoiceUse use;
    private final AccessLog accessLog;

    CustomFieldDesign(
            CustomFieldSql sql, FirmFields fields, Catalogues catalogues, ChoiceUse use, AccessLog accessLog) {
        this.sql = sql;
        this.fields = fields;
        this.catalogues = catalogues;
        this.use = use;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    public List<CustomField> all(String object) {
        Acting.current().require(RIGHT);
        customizable(object);
        return of(object);
    }

    private List<CustomField> of(String object) {
        return sql.all().getOrDefault(object, List.of());
    }

    private Catalogue customizable(String object) {
        Catalogue catalogue = catalogues.of(object);
        if (!catalogue.type().customizable()) throw Refusal.notFound();
        return catalogue;
    }

    /** The field of this id; 404 when there is none at this object. */
    CustomField find(String object, UUID id) {
        return of(object).stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Adds a field at the end. The key of a deleted field is taken again only with the type its values have. */
    @Transactional
    public CustomField add(String object, JsonNode body) {
        Acting.current().require(RIGHT);
        Catalogue catalogue = customizable(object);
        var standing = of(object);
        if (standing.size() >= MOST) throw Refusal.of(422, "tooManyFields", Map.of("max", MOST));
        CustomField field = CustomFieldInput.fresh(body, blank(standing));
        boolean otherType = sql.formerType(object, field.key())
                .filter(type -> type != field.type())
                .isPresent();
        if (otherType) throw Refusal.field("key", "keyHadOtherType");
        FormulaRules.check(catalogue, field);
        if (!sql.add(object, field)) throw Refusal.of(409, "nameTaken", Map.of("name", field.key()));
        changed("settingAdded", object, field);
        return field;
    }

    private void changed(String action, String object, CustomField field) {
        fields.forget();
        accessLog.add(action, "customField", null, Map.of("object", object, "field", field.label()));
    }

    private static CustomField blank(List<CustomField> standing) {
        int order = standing.isEmpty() ? 0 : standing.getLast().order() + 1;
        return new CustomField(
                Ids.next(), 1, "", FieldType.TEXT, "", null, null, false, null, List.of(), null, order, null, false);
    }

    /** Changes what may change. An option that a record holds cannot be taken away (409 {@code inUse}), only disabled. */
    @Transactional
    public CustomField change(String object, UUID id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        Catalogue catalogue = customizable(object);
        CustomField now = find(object, id);
        if (now.version() != version) throw Refusal.stale(now.version());
        CustomField field = CustomFieldInput.changed(body, now);
        FormulaRules.check(catalogue, field);
        refuseLostOptions(object, now, field);
        if (!sql.change(field)) throw Refusal.stale(find(object, id).version());
        changed("settingChanged", object, field);
        return find(object, id);
    }

    private void refuseLostOptions(String object, CustomField now, CustomField field) {
        var kept = field.options().stream().map(CustomField.Option::id).toList();
        for (var option : now.options()) {
            if (!kept.contains(option.id()) && use.ofOption(object, now.name(), option.id())) {
                throw Refusal.of(409, "inUse").with("option", option.id());
            }
        }
    }

    /** Takes the field out of every form and list. Refused while a formula reads it (409 {@code inUse}). */
    @Transactional
    public void delete(String object, UUID id) {
        Acting.current().require(RIGHT);
        customizable(object);
        CustomField field = find(object, id);
        FormulaRules.readerOf(of(object), field).ifPresent(reader -> {
            throw Refusal.of(409, "inUse").with("field", reader.name());
        });
        sql.delete(id);
        changed("settingDeleted", object, field);
    }
}
