package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.record.RecordMatching;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on customers and contacts beyond those of the record machine. */
@Component
class CustomerSql {
    private static final Map<String, TableField<?, String>> KEY_COLUMNS = Map.of(
            "name", CUSTOMER.NAME_NORM,
            "creditCode", CUSTOMER.CREDIT_CODE,
            "phone", CUSTOMER.PHONE,
            "email", CUSTOMER.EMAIL);

    private final DSLContext database;

    CustomerSql(DSLContext database) {
        this.database = database;
    }

    /** Customers by one key, many values at once; deleted ones aside. */
    Map<String, List<RecordMatching.Known>> known(String field, Collection<String> values) {
        Actor actor = Acting.current();
        var owner = PERSON.as("owner");
        TableField<?, String> column = Objects.requireNonNull(KEY_COLUMNS.get(field));
        var found = new HashMap<String, List<RecordMatching.Known>>();
        for (Record row : database.select(
                        column, CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.OWNER_ID, CUSTOMER.OWNER_DEPARTMENT_ID, owner.NAME)
                .from(CUSTOMER)
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(CUSTOMER.TENANT_ID).and(owner.ID.eq(CUSTOMER.OWNER_ID)))
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(column.eq(DSL.any(values.toArray(String[]::new))))
                .fetch()) {
            boolean reach = reaches(actor, row) && Reach.opensKey(actor, "customer", field);
            String name = Reach.name(actor, "customer", reach, row.get(CUSTOMER.NAME), Masks::generic);
            var known = new RecordMatching.Known(
                    row.get(CUSTOMER.ID), name, reach, Reach.ownerName(actor, row.get(owner.NAME)));
            found.computeIfAbsent(row.get(column), key -> new ArrayList<>()).add(known);
        }
        return found;
    }

    /** Ids and names of the customers with one of these normalised names. */
    Map<String, Map<UUID, String>> named(Collection<String> normalised) {
        var found = new HashMap<String, Map<UUID, String>>();
        database.select(CUSTOMER.NAME_NORM, CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(CUSTOMER.NAME_NORM.eq(DSL.any(normalised.toArray(String[]::new))))
                .forEach(row -> found.computeIfAbsent(row.value1(), key -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return found;
    }

    private static boolean reaches(Actor actor, Record row) {
        var reached = new Reach.Row(
                row.get(CUSTOMER.ID), null, row.get(CUSTOMER.OWNER_ID), row.get(CUSTOMER.OWNER_DEPARTMENT_ID));
        return Reach.toWrite(actor, "customer", reached);
    }

    /** Who owns a customer, and in which department. */
    record Ownership(@Nullable UUID owner, @Nullable UUID department) {}

    Ownership ownership(UUID customer) {
        return database.select(CUSTOMER.OWNER_ID, CUSTOMER.OWNER_DEPARTMENT_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer))
                .fetchSingle(row -> new Ownership(row.value1(), row.value2()));
    }

    boolean isDeleted(UUID customer) {
        return database.fetchExists(CUSTOMER, CUSTOMER.ID.eq(customer).and(CUSTOMER.DELETED_AT.isNotNull()));
    }

    void markSample(Collection<UUID> records) {
        database.update(CUSTOMER)
                .set(CUSTOMER.SAMPLE, true)
                .where(CUSTOMER.ID.in(records))
                .execute();
        database.update(CONTACT)
                .set(CONTACT.SAMPLE, true)
                .where(CONTACT.ID.in(records))
                .execute();
    }

    List<UUID> sampleContacts() {
        return database.select(CONTACT.ID).from(CONTACT).where(CONTACT.SAMPLE).fetch(CONTACT.ID);
    }

    /** Takes them away for good; whoever reports to them reports to nobody afterwards. */
    void deleteContacts(List<UUID> contacts) {
        database.update(CONTACT)
                .setNull(CONTACT.REPORTS_TO_ID)
                .where(CONTACT.REPORTS_TO_ID.in(contacts))
                .execute();
        database.deleteFrom(CONTACT).where(CONTACT.ID.in(contacts)).execute();
    }

    /** A sample customer with a contact of the firm's own is none any more. */
    void keepEmployers() {
        var used = DSL.select(CONTACT.CUSTOMER_ID).from(CONTACT).where(CONTACT.CUSTOMER_ID.eq(CUSTOMER.ID));
        database.update(CUSTOMER)
                .set(CUSTOMER.SAMPLE, false)
                .where(CUSTOMER.SAMPLE)
                .andExists(used)
                .execute();
    }

    void keep(Collection<UUID> customers) {
        database.update(CUSTOMER)
                .set(CUSTOMER.SAMPLE, false)
                .where(CUSTOMER.ID.in(customers))
                .execute();
    }

    List<UUID> sampleCustomers() {
        return database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.SAMPLE)
                .fetch(CUSTOMER.ID);
    }

    /** Takes them away for good; whom they brought was brought by nobody afterwards. */
    void deleteCustomers(List<UUID> customers) {
        database.update(CUSTOMER)
                .setNull(CUSTOMER.REFERRER_ID)
                .where(CUSTOMER.REFERRER_ID.in(customers))
                .execute();
        database.deleteFrom(CUSTOMER).where(CUSTOMER.ID.in(customers)).execute();
    }

    /** A sample customer into which one of the firm's own is merged. */
    static Condition sampleThatTakes(UUID survivor, List<UUID> others) {
        var other = CUSTOMER.as("other");
        var own = DSL.selectOne().from(other).where(other.ID.in(others)).andNot(other.SAMPLE);
        return CUSTOMER.ID.eq(survivor).and(CUSTOMER.SAMPLE).andExists(own);
    }

    boolean hasOwnCustomers() {
        return database.fetchExists(DSL.selectOne().from(CUSTOMER).where(CUSTOMER.SAMPLE.isFalse()));
    }
}
