package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of an object as one firm has them, and what the acting person may do with each. */
public final class Catalogue {
    private final RecordType type;
    private final Actor actor;
    private final Map<String, Field> fields;

    Catalogue(RecordType type, List<Field> custom, Actor actor) {
        this.type = type;
        this.actor = actor;
        var all = new java.util.ArrayList<>(type.fields());
        all.addAll(custom);
        this.fields = Field.byName(all);
    }

    public RecordType type() {
        return type;
    }

    public Actor actor() {
        return actor;
    }

    /** Every field, whatever the rights; for the machine's own work. */
    public Collection<Field> all() {
        return fields.values();
    }

    /** The field with this name unless it is unknown or hidden, which look the same. */
    public Optional<Field> visible(String name) {
        return Optional.ofNullable(fields.get(name)).filter(field -> right(field) != FieldRight.HIDDEN);
    }

    public List<Field> visible() {
        return fields.values().stream()
                .filter(field -> right(field) != FieldRight.HIDDEN)
                .toList();
    }

    public List<Field> custom() {
        return fields.values().stream().filter(Field::custom).toList();
    }

    /** A field that is made of another one tells no more than that one. */
    public FieldRight right(Field field) {
        FieldRight own = actor.field(type.object(), field.name(), field.is(Field.Trait.SENSITIVE));
        return type.madeOf(field)
                .map(this::right)
                .filter(of -> of.compareTo(own) < 0)
                .orElse(own);
    }

    /**
     * What the acting person may read of the records' titles, wherever something refers to them. Of an owned object that
     * he may not read, nothing; people and departments are named to the whole firm unless a role hides their names.
     */
    public FieldRight titleRight() {
        if (type.owned() && !actor.may(type.object() + ".read")) return FieldRight.HIDDEN;
        return right(type.field(type.title()).orElseThrow());
    }

    public boolean masked(Field field) {
        return right(field) == FieldRight.MASKED;
    }

    /** Whether a text can only be the mask that the acting person is shown, which must never become the value. */
    boolean showsOnlyMaskOf(Field field, String text) {
        return masked(field) && text.indexOf('*') >= 0;
    }

    /** Whether its values come from the program or a formula, and from nobody. */
    static boolean computed(Field field) {
        return field.is(Field.Trait.READ_ONLY) || field.type() == FieldType.FORMULA;
    }

    /** Whether the acting person may put a value into the field; computed fields never, the owner only by assigning. */
    public boolean writable(Field field) {
        if (computed(field)) return false;
        if (type.owned() && "owner".equals(field.name())) return actor.may(type.object() + ".assign");
        return right(field).writable();
    }
}
