package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Statements on contacts beyond those of the record machine. */
@Component
class ContactSql {
    private final DSLContext database;

    ContactSql(DSLContext database) {
        this.database = database;
    }

    /** Keeps two imports of one firm from making contacts at the same time. */
    void lockAll() {
        var hash = DSL.function(
                "hashtextextended",
                SQLDataType.BIGINT,
                DSL.val("contact"),
                DSL.val(Acting.current().tenant()));
        database.select(DSL.function("pg_advisory_xact_lock", SQLDataType.OTHER, hash))
                .fetch();
    }

    /** Contacts by phone or e-mail. */
    Map<String, List<Known>> known(String field, Collection<String> values) {
        var column = "phone".equals(field) ? CONTACT.PHONE : CONTACT.EMAIL;
        var found = new HashMap<String, List<Known>>();
        for (Record row : contacts(column.eq(DSL.any(values.toArray(String[]::new))))) {
            found.computeIfAbsent(row.get(column), key -> new ArrayList<>()).add(known(row));
        }
        return found;
    }

    /** Contacts by {@code <customer id> <name>}. */
    Map<String, List<Known>> atCustomers(Set<String> keys) {
        UUID[] customers = keys.stream()
                .map(key -> UUID.fromString(key.substring(0, key.indexOf(' '))))
                .distinct()
                .toArray(UUID[]::new);
        var found = new HashMap<String, List<Known>>();
        for (Record row : contacts(CONTACT.CUSTOMER_ID.eq(DSL.any(customers)))) {
            String key = row.get(CONTACT.CUSTOMER_ID) + " " + row.get(CONTACT.NAME);
            if (keys.contains(key))
                found.computeIfAbsent(key, any -> new ArrayList<>()).add(known(row));
        }
        return found;
    }

    private List<? extends Record> contacts(Condition condition) {
        var owner = PERSON.as("owner");
        return database.select(
                        CONTACT.ID,
                        CONTACT.NAME,
                        CONTACT.PHONE,
                        CONTACT.EMAIL,
                        CONTACT.CUSTOMER_ID,
                        CONTACT.OWNER_ID,
                        CONTACT.OWNER_DEPARTMENT_ID,
                        owner.NAME.as("owner_name"))
                .from(CONTACT)
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(CONTACT.TENANT_ID).and(owner.ID.eq(CONTACT.OWNER_ID)))
                .where(CONTACT.DELETED_AT.isNull())
                .and(condition)
                .fetch();
    }

    private static Known known(Record row) {
        Actor actor = Acting.current();
        String name = row.get(CONTACT.NAME);
        boolean reach = Reach.of(actor, "contact", row.get(CONTACT.OWNER_ID), row.get(CONTACT.OWNER_DEPARTMENT_ID));
        return new Known(
                row.get(CONTACT.ID), reach ? name : Masks.personName(name), reach, row.get("owner_name", String.class));
    }
}
