package io.chaoxi.lead;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.rights.FieldRight;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a lead hands on to the customer or contact that it becomes: the values of fields that are called the same there and
 * are of the same kind. Nothing is carried into a field that the acting person may not write, or in which he would read
 * what is kept from him on the lead. Files stay where they are.
 */
record Carrying(Catalogue from, Catalogue to) {

    /** The values by field name, as they are stored. */
    Map<String, @Nullable Object> of(Map<String, @Nullable Object> lead) {
        var carried = new HashMap<String, @Nullable Object>();
        for (Field target : to.all()) carried.putAll(one(lead, target.name(), target.name()));
        return carried;
    }

    /** The value of one field under the name of the other; nothing where it may not be carried. */
    Map<String, Object> one(Map<String, @Nullable Object> lead, String name, String there) {
        Object value = lead.get(name);
        if (value == null) return Map.of();
        boolean carried = to.all().stream()
                .filter(target -> target.name().equals(there) && takes(target))
                .anyMatch(target -> from.all().stream()
                        .filter(field -> field.name().equals(name) && !field.is(Field.Trait.READ_ONLY))
                        .anyMatch(field -> alike(field, target) && !shows(field, target) && holds(target, value)));
        return carried ? Map.of(there, value) : Map.of();
    }

    /** Whoever makes a customer of somebody's lead leaves it to him, also without the right to assign. */
    private boolean takes(Field target) {
        boolean owner = target.name().equals("owner") && !target.is(Field.Trait.READ_ONLY);
        return owner || to.writable(target);
    }

    private static boolean alike(Field field, Field target) {
        return field.type() == target.type()
                && field.type() != FieldType.FILES
                && Objects.equals(field.dictionary(), target.dictionary())
                && Objects.equals(field.object(), target.object());
    }

    /** Whether the target would tell what the lead keeps from the acting person. */
    private boolean shows(Field field, Field target) {
        FieldRight read = from.right(field);
        if (read.readable()) return false;
        if (read == FieldRight.HIDDEN) return true;
        return to.right(target).readable();
    }

    /** A field of the firm's own has its own choices; of those that the target lacks none is carried. */
    private static boolean holds(Field target, Object value) {
        if (!target.custom() || target.options().isEmpty()) return true;
        var known = target.options().stream().map(ChoiceItem::id).collect(Collectors.toSet());
        Collection<?> chosen = value instanceof Collection<?> many ? many : List.of(value);
        return known.containsAll(chosen);
    }
}
