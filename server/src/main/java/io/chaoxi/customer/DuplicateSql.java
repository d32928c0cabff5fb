package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.DUPLICATE_RULES;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.rights.Acting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements that find records by their exact keys, whichever object they are of. */
@Component
class DuplicateSql {
    private static final int MOST = 5;
    private static final Field<String> NONE = DSL.inline((String) null, SQLDataType.CLOB);
    private static final Field<UUID> NOWHERE = DSL.inline((UUID) null, SQLDataType.UUID);

    private final DSLContext database;
    private final KeyedSql others;
    private final List<Keyed> keyed;

    DuplicateSql(DSLContext database, KeyedSql others, List<Keyed> keyed) {
        this.database = database;
        this.others = others;
        this.keyed = keyed;
    }

    /**
     * Holds each key until the end of the transaction, so that no two requests make one record twice at once. Answers the
     * firm's rules as stored, for they are needed next.
     */
    @Nullable
    JSONB locked(ExactKeys keys) {
        List<Field<?>> columns = new ArrayList<>();
        var rules = DSL.field(DSL.select(DUPLICATE_RULES.RULES).from(DUPLICATE_RULES));
        columns.add(rules);
        columns.add(DSL.function("pg_advisory_xact_lock_shared", SQLDataType.OTHER, hash(keys.object())));
        for (var key : keys.byField().entrySet()) {
            var hash = hash(keys.object() + "." + key.getKey() + "=" + key.getValue());
            columns.add(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, hash));
        }
        return database.select(columns).fetchSingle(rules);
    }

    /**
     * Holds all keys of an object, or whatever else one at a time shall do in a firm: waits for those who hold one and
     * keeps others waiting.
     */
    void lockAll(String object) {
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, hash(object)))
                .fetch();
    }

    private static Field<Long> hash(String text) {
        long tenant = Acting.current().tenant();
        return DSL.function("hashtextextended", SQLDataType.BIGINT, DSL.val(text), DSL.val(tenant));
    }

    /**
     * A record with one of the keys, read beyond anybody's scope.
     *
     * @param customerId of a contact: its customer, and in {@code customer} what that is called
     * @param keys field → value, as {@link ExactKeys} has them
     */
    record Holder(
            String object,
            UUID id,
            String name,
            @Nullable UUID customerId,
            @Nullable String customer,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String ownerName,
            Map<String, String> keys) {
        Reach.Row row() {
            return new Reach.Row(id, customerId, owner, department);
        }

        /** The customer of a contact, which has the same owner. */
        Reach.Row ofCustomer() {
            return new Reach.Row(Objects.requireNonNull(customerId), null, owner, department);
        }
    }

    /** At most five of each object, deleted ones aside; those of the keys' own object first. */
    List<Holder> holders(ExactKeys keys, Self self, boolean acrossObjects) {
        List<Holder> found = new ArrayList<>(holders(keys.object(), keys, self));
        if (!acrossObjects) return found;
        var others =
                Stream.concat(Stream.of("customer", "contact"), keyed.stream().map(Keyed::object));
        others.filter(other -> !other.equals(keys.object())).forEach(other -> {
            ExactKeys shared = keys.sharedWith(other);
            if (!shared.isEmpty()) found.addAll(holders(other, shared, self));
        });
        return found;
    }

    private List<Holder> holders(String object, ExactKeys keys, Self self) {
        return switch (object) {
            case "customer" -> customers(keys, self).fetch(DuplicateSql::holder);
            case "contact" -> contacts(keys, self).fetch(DuplicateSql::holder);
            default ->
                keyed.stream()
                        .filter(one -> one.object().equals(object))
                        .flatMap(one -> others.holders(one, keys, self.id()).stream())
                        .toList();
        };
    }

    /** The record that is being written, and the customer that it belongs to; what belongs to a customer may share its keys. */
    record Self(@Nullable UUID id, @Nullable UUID customer) {}

    private ResultQuery<? extends Record> customers(ExactKeys keys, Self self) {
        var owner = PERSON.as("owner");
        return database.select(
                        DSL.inline("customer").as("object"),
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        NOWHERE.as("customer_id"),
                        NONE.as("customer_name"),
                        CUSTOMER.OWNER_ID,
                        CUSTOMER.OWNER_DEPARTMENT_ID,
                        owner.NAME.as("owner_name"),
                        CUSTOMER.NAME_NORM.as("name_key"),
                        CUSTOMER.CREDIT_CODE,
                        CUSTOMER.PHONE,
                        CUSTOMER.EMAIL)
                .from(CUSTOMER)
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(CUSTOMER.TENANT_ID).and(owner.ID.eq(CUSTOMER.OWNER_ID)))
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(self.id() == null ? DSL.noCondition() : CUSTOMER.ID.ne(self.id()))
                .and(self.customer() == null ? DSL.noCondition() : CUSTOMER.ID.ne(self.customer()))
                .and(anyOf(keys, this::ofCustomer))
                .limit(MOST);
    }

    private ResultQuery<? extends Record> contacts(ExactKeys keys, Self self) {
        var owner = PERSON.as("owner");
        return database.select(
                        DSL.inline("contact").as("object"),
                        CONTACT.ID,
                        CONTACT.NAME,
                        CONTACT.CUSTOMER_ID,
                        CUSTOMER.NAME.as("customer_name"),
                        CONTACT.OWNER_ID,
                        CONTACT.OWNER_DEPARTMENT_ID,
                        owner.NAME.as("owner_name"),
                        CONTACT.CUSTOMER_ID
                                .cast(String.class)
                                .concat(" ")
                                .concat(CONTACT.NAME)
                                .as("name_key"),
                        NONE.as("credit_code"),
                        CONTACT.PHONE,
                        CONTACT.EMAIL)
                .from(CONTACT)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(CONTACT.TENANT_ID).and(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID)))
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(CONTACT.TENANT_ID).and(owner.ID.eq(CONTACT.OWNER_ID)))
                .where(CONTACT.DELETED_AT.isNull())
                .and(
                        self.id() == null
                                ? DSL.noCondition()
                                : CONTACT.ID.ne(self.id()).and(CONTACT.CUSTOMER_ID.ne(self.id())))
                .and(
                        keys.object().equals("contact") || self.customer() == null
                                ? DSL.noCondition()
                                : CONTACT.CUSTOMER_ID.ne(self.customer()))
                .and(anyOf(keys, this::ofContact))
                .limit(MOST);
    }

    private interface Column {
        Condition has(String field, String key);
    }

    private static Condition anyOf(ExactKeys keys, Column column) {
        return DSL.or(keys.byField().entrySet().stream()
                .map(key -> column.has(key.getKey(), key.getValue()))
                .toList());
    }

    private Condition ofCustomer(String field, String key) {
        return switch (field) {
            case "name" -> CUSTOMER.NAME_NORM.eq(key);
            case "creditCode" -> CUSTOMER.CREDIT_CODE.eq(key);
            case "phone" -> CUSTOMER.PHONE.eq(key);
            case "email" -> CUSTOMER.EMAIL.eq(key);
            default -> throw new IllegalArgumentException(field);
        };
    }

    private Condition ofContact(String field, String key) {
        return switch (field) {
            case "name" -> {
                int blank = key.indexOf(' ');
                var customer = UUID.fromString(key.substring(0, blank));
                yield CONTACT.CUSTOMER_ID.eq(customer).and(CONTACT.NAME.eq(key.substring(blank + 1)));
            }
            case "phone" -> CONTACT.PHONE.eq(key);
            case "email" -> CONTACT.EMAIL.eq(key);
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static Holder holder(Record row) {
        var keys = new java.util.HashMap<String, String>();
        Map.of("name", "name_key", "creditCode", "credit_code", "phone", "phone", "email", "email")
                .forEach((field, column) -> {
                    String value = row.get(column, String.class);
                    if (value != null) keys.put(field, value);
                });
        return new Holder(
                Objects.requireNonNull(row.get("object", String.class)),
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("customer_id", UUID.class),
                row.get("customer_name", String.class),
                row.get("owner_id", UUID.class),
                row.get("owner_department_id", UUID.class),
                row.get("owner_name", String.class),
                keys);
    }
}
