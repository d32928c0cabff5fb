package io.chaoxi.identity.role;

import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one role, or all roles of a person together, allow.
 *
 * @param everything the administrator's: every permission, all records, all fields
 * @param scopes per object; an object without an entry reaches one's own records only
 * @param fields per object and field where it differs from the field's default
 */
public record Rights(
        boolean everything,
        Set<String> permissions,
        Map<String, DataScope> scopes,
        Map<String, Map<String, FieldRight>> fields) {
    public static final Rights NONE = new Rights(false, Set.of(), Map.of(), Map.of());
    public static final Rights EVERYTHING = new Rights(true, Set.of(), Map.of(), Map.of());

    /** Whether there is any right to the object at all; what else the role says of it counts only then. */
    boolean touches(String object) {
        return everything || permissions.stream().anyMatch(permission -> permission.startsWith(object + "."));
    }

    DataScope scope(String object) {
        return everything ? DataScope.ALL : scopes.getOrDefault(object, DataScope.SELF);
    }

    FieldRight field(String object, String field, FieldRight byDefault) {
        return everything
                ? FieldRight.WRITE
                : fields.getOrDefault(object, Map.of()).getOrDefault(field, byDefault);
    }

    /** The rights of somebody who has both roles: of every right the wider one. */
    Rights and(Rights other, Permissions known) {
        if (everything || other.everything) return EVERYTHING;
        var together = new HashSet<>(permissions);
        together.addAll(other.permissions);
        var scopes = new HashMap<String, DataScope>();
        var fields = new HashMap<String, Map<String, FieldRight>>();
        for (String object : known.objects()) {
            if (!touches(object) && !other.touches(object)) continue;
            scopes.put(object, scopeOf(object, other));
            fields.put(object, fieldsOf(object, other, known));
        }
        return new Rights(false, Set.copyOf(together), Map.copyOf(scopes), Map.copyOf(fields));
    }

    private DataScope scopeOf(String object, Rights other) {
        if (!other.touches(object)) return scope(object);
        return touches(object) ? scope(object).wider(other.scope(object)) : other.scope(object);
    }

    private Map<String, FieldRight> fieldsOf(String object, Rights other, Permissions known) {
        if (!other.touches(object)) return fields.getOrDefault(object, Map.of());
        if (!touches(object)) return other.fields.getOrDefault(object, Map.of());
        var names = new HashSet<>(fields.getOrDefault(object, Map.of()).keySet());
        names.addAll(other.fields.getOrDefault(object, Map.of()).keySet());
        var widest = new HashMap<String, FieldRight>();
        for (String name : names) {
            FieldRight byDefault = known.byDefault(object, name);
            widest.put(name, field(object, name, byDefault).wider(other.field(object, name, byDefault)));
        }
        return Map.copyOf(widest);
    }
}
