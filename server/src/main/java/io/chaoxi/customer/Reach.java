package io.chaoxi.customer;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether a person reaches a row that was read beyond his scope; says the same as the scopes of lists. */
final class Reach {
    private static final Set<String> SENSITIVE = Set.of("phone", "telephone", "email", "birthday");

    private Reach() {}

    /** The name of such a row as he may read it: whole in reach, unless a role hides or masks it. */
    static String name(Actor actor, String object, boolean reached, String name, UnaryOperator<String> mask) {
        return reached && actor.field(object, "name", false).readable() ? name : mask.apply(name);
    }

    /** The name of the colleague whose such a row is, so that one knows whom to ask; as a role lets him be read. */
    static @Nullable String ownerName(Actor actor, @Nullable String name) {
        if (name == null) return null;
        return switch (actor.field("person", "name", false)) {
            case HIDDEN -> null;
            case MASKED -> Masks.personName(name);
            case READ, WRITE -> name;
        };
    }

    /**
     * Whether he may know what stands in this field of such a row, at once or by asking for it. To whom it stays masked,
     * finding a row by it must not tell which one: ten thousand tries would unmask a number.
     */
    static boolean opens(Actor actor, String object, String field, boolean sensitive) {
        return switch (actor.field(object, field, sensitive)) {
            case HIDDEN -> false;
            case MASKED -> actor.may(object + ".reveal");
            case READ, WRITE -> true;
        };
    }

    /** The same for a field by whose value records are found to be the same. */
    static boolean opensKey(Actor actor, String object, String field) {
        return opens(actor, object, field, SENSITIVE.contains(field));
    }

    /** A row that was read beyond his scope; {@code customer}: of a contact, which is shared with its customer. */
    record Row(
            UUID id,
            @Nullable UUID customer,
            @Nullable UUID owner,
            @Nullable UUID department) {}

    /** His own, or shared with him by whose it is. */
    static boolean of(Actor actor, String object, Row row) {
        return reached(actor, object, row, actor.shares().readable());
    }

    private static boolean reached(Actor actor, String object, Row row, Map<String, Set<UUID>> shared) {
        if (!actor.may(object + ".read")) return false;
        if (inCharge(actor, object, row.owner, row.department)) return true;
        if (row.owner == null) return false;
        return shared.getOrDefault(object, Set.of()).contains(row.id)
                || row.customer != null
                        && shared.getOrDefault("customer", Set.of()).contains(row.customer);
    }

    /** His own, or shared with him to work on. */
    static boolean toWrite(Actor actor, String object, Row row) {
        return reached(actor, object, row, actor.shares().writable());
    }

    /** His own, as far as his scope goes. */
    static boolean inCharge(Actor actor, String object, @Nullable UUID owner, @Nullable UUID department) {
        if (!actor.may(object + ".read")) return false;
        return switch (actor.scope(object)) {
            case ALL -> true;
            case SELF -> actor.person().equals(owner);
            case DEPARTMENT ->
                actor.department() == null
                        ? actor.person().equals(owner)
                        : actor.department().equals(department);
            case DEPARTMENT_TREE ->
                actor.departments().isEmpty()
                        ? actor.person().equals(owner)
                        : department != null && actor.departments().contains(department);
        };
    }

    /** {@link #inCharge} as a condition of a statement that reads beyond anybody's scope. */
    static Condition condition(Actor actor, String object, Field<UUID> owner, Field<UUID> department) {
        if (!actor.may(object + ".read")) return DSL.falseCondition();
        return switch (actor.scope(object)) {
            case ALL -> DSL.noCondition();
            case SELF -> owner.eq(actor.person());
            case DEPARTMENT ->
                actor.department() == null ? owner.eq(actor.person()) : department.eq(actor.department());
            case DEPARTMENT_TREE ->
                actor.departments().isEmpty() ? owner.eq(actor.person()) : department.in(actor.departments());
        };
    }
}
