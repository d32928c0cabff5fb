package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.PERSON;

import chaoxi.tables.tables.Customer;
import chaoxi.tables.tables.Person;
import io.chaoxi.platform.rights.Actor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One of the two records of a pair, in a statement that names both. */
final class PairHalf {
    private final String object;
    private final Table<?> table;
    private final Field<UUID> id;
    private final Field<String> name;
    private final Field<UUID> ownerId;
    private final Field<UUID> department;
    private final Field<OffsetDateTime> deletedAt;
    private final Person owner;
    private final Customer customer;
    private final Field<UUID> at;

    PairHalf(Compared compared, String alias) {
        object = compared.object();
        table = compared.table().as(alias);
        id = field(compared.columns().id());
        name = field(compared.columns().name());
        ownerId = field(compared.columns().owner());
        department = field(compared.columns().department());
        deletedAt = field(compared.columns().deletedAt());
        owner = PERSON.as("owner_of_" + alias);
        customer = CUSTOMER.as("customer_of_" + alias);
        at = compared.at() == null ? DSL.val(null, CUSTOMER.ID) : field(compared.at());
    }

    private <T> Field<T> field(TableField<?, T> column) {
        return Objects.requireNonNull(table.field(column));
    }

    Table<?> table() {
        return table;
    }

    /** The pairs with this one of the two, where it is not in the bin. */
    Table<?> joined(Table<?> pairs, TableField<?, UUID> held) {
        return pairs.join(table)
                .on(tenant(table).eq(tenant(Objects.requireNonNull(held.getTable()))))
                .and(id.eq(held))
                .and(deletedAt.isNull());
    }

    /** With whose it is and at which customer. */
    Table<?> named(Table<?> joined) {
        return joined.leftJoin(owner)
                .on(owner.TENANT_ID.eq(tenant(table)).and(owner.ID.eq(ownerId)))
                .leftJoin(customer)
                .on(customer.TENANT_ID.eq(tenant(table)).and(customer.ID.eq(at)))
                .and(customer.DELETED_AT.isNull());
    }

    private static Field<Long> tenant(Table<?> of) {
        return Objects.requireNonNull(of.field("tenant_id", Long.class));
    }

    List<Field<?>> shown() {
        return List.of(
                id, name, owner.NAME, customer.ID, customer.NAME, customer.OWNER_ID, customer.OWNER_DEPARTMENT_ID);
    }

    LikelyPairSql.Side read(Record row) {
        return new LikelyPairSql.Side(row.get(id), row.get(name), place(row), row.get(owner.NAME));
    }

    private LikelyPairSql.@Nullable Place place(Record row) {
        UUID place = row.get(customer.ID);
        if (place == null) return null;
        var reached = new Reach.Row(place, null, row.get(customer.OWNER_ID), row.get(customer.OWNER_DEPARTMENT_ID));
        return new LikelyPairSql.Place(row.get(customer.NAME), reached);
    }

    Condition isAny(UUID... ids) {
        return id.in(ids).and(deletedAt.isNull());
    }

    Condition reachedBy(Actor actor) {
        return Reach.condition(actor, object, ownerId, department);
    }
}
