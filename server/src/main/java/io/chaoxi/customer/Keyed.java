package io.chaoxi.customer;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * An object of another module whose records have the exact keys of a company; registers as a bean, and whoever writes a
 * customer or contact is told of its records too. Its table has the columns {@code name}, {@code name_norm},
 * {@code phone} and {@code email} beside those of every owned object.
 *
 * @param counts which of its records may be the same as somebody who is written; those that went into a customer are not
 */
public record Keyed(String object, Table<?> table, Condition counts) {
    private static final Map<String, String> COLUMNS = Map.of("name", "name_norm", "phone", "phone", "email", "email");
    static final Set<String> FIELDS = COLUMNS.keySet();

    /** The column that holds the key of a field. */
    Field<String> key(String field) {
        return column(Objects.requireNonNull(COLUMNS.get(field)), String.class);
    }

    Field<UUID> id() {
        return column("id", UUID.class);
    }

    Field<String> name() {
        return column("name", String.class);
    }

    Field<UUID> owner() {
        return column("owner_id", UUID.class);
    }

    Field<UUID> department() {
        return column("owner_department_id", UUID.class);
    }

    Condition alive() {
        return column("deleted_at", Object.class).isNull();
    }

    private <T> Field<T> column(String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name), name).coerce(type);
    }
}
