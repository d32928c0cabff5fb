package io.chaoxi.publicapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/**
 * Names the shapes of the document. A type within another carries the other's name too, for many controllers have a
 * {@code Row} or a {@code Page} of their own and one name stands for one shape: {@code RoleController.Row} is RoleRow.
 */
final class TypeNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> owner = type.getEnclosingClass();
        if (owner == null) return super.nameForClass(type, options);
        String name = type.getSimpleName();
        String of = owner.getSimpleName().replaceAll("(Controller|Answers)$", "");
        return name.startsWith(of) ? name : of + name;
    }
}
