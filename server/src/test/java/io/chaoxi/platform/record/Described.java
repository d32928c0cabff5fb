package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.DEPARTMENT;

import io.chaoxi.customer.Contact;
import io.chaoxi.customer.Customer;
import io.chaoxi.identity.person.Department;
import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Objects as the program describes them, for rules that are asked without a database. */
public final class Described {
    public static final Labels LABELS = new Labels();
    public static final RecordType CUSTOMERS = RecordType.define(
                    "customer", "customers", CUSTOMER, Customer.Draft.class)
            .with(LABELS);
    public static final RecordType CONTACTS = RecordType.define("contact", "contacts", CONTACT, Contact.Draft.class)
            .sharedWith("customer", "customer_id")
            .with(LABELS);
    /** Owned by nobody. */
    public static final RecordType DEPARTMENTS = RecordType.define(
                    "department", "departments", DEPARTMENT, Department.Draft.class)
            .with(LABELS);

    private Described() {}

    public static Catalogue catalogue(RecordType type, Actor actor, Field... custom) {
        return new Catalogue(type, List.of(custom), actor);
    }

    /** Without fields of a firm's own. */
    public static Catalogues catalogues() {
        var types = Map.<String, Object>of("customer", CUSTOMERS, "contact", CONTACTS, "department", DEPARTMENTS);
        return new Catalogues(
                new StaticListableBeanFactory(types).getBeanProvider(RecordType.class), object -> List.of());
    }

    /** A field of the firm's own. */
    static Field custom(String key, FieldType type) {
        Label label = new Label(key, key);
        UUID id = new UUID(9, key.hashCode());
        return new Field(
                "custom." + key,
                type,
                label,
                null,
                "custom",
                Set.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                id);
    }
}
