package io.chaoxi.customer;

import io.chaoxi.platform.rights.Actor;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a person reaches a row that was read beyond his scope; says the same as the scope of lists. */
final class Reach {
    private Reach() {}

    /** The name of such a row as he may read it: whole in reach, unless a role hides or masks it. */
    static String name(Actor actor, String object, boolean reached, String name, UnaryOperator<String> mask) {
        return reached && actor.field(object, "name", false).readable() ? name : mask.apply(name);
    }

    static boolean of(Actor actor, String object, @Nullable UUID owner, @Nullable UUID department) {
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
}
