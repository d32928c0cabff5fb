package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.MergeNotes;
import io.chaoxi.platform.record.RecordMatching.Known;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on contacts beyond those of the record machine. */
@Component
class ContactSql {
    private final DSLContext database;
    private final HistorySql history;
    private final Clock clock;

    ContactSql(DSLContext database, HistorySql history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** Makes the customer's other primary contact an ordinary one. */
    void demoteOthers(UUID customer, UUID primary) {
        var demoted = changed(
                Map.of(CONTACT.PRIMARY_CONTACT, false),
                CONTACT.CUSTOMER_ID.eq(customer).and(CONTACT.ID.ne(primary)).and(CONTACT.PRIMARY_CONTACT));
        remember("changed", demoted, List.of(Map.of("field", "primaryContact", "from", true, "to", false)));
    }

    /** Contacts belong to whoever owns their customer; says which these are. */
    List<UUID> follow(UUID customer, @Nullable UUID from, @Nullable UUID to) {
        var department = DSL.select(CUSTOMER.OWNER_DEPARTMENT_ID).from(CUSTOMER).where(CUSTOMER.ID.eq(customer));
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(CONTACT.OWNER_ID, to);
        columns.put(CONTACT.OWNER_DEPARTMENT_ID, DSL.field(department));
        var moved = changed(columns, CONTACT.CUSTOMER_ID.eq(customer));
        remember("changed", moved, List.of(ownerChange(from, to)));
        return moved;
    }

    /** The same for many customers, all with the same new owner or none; {@code former}: customer → whose it was. */
    List<UUID> followAll(Map<UUID, UUID> former, @Nullable UUID to) {
        var moved = database.update(CONTACT)
                .set(CONTACT.OWNER_ID, CUSTOMER.OWNER_ID)
                .set(CONTACT.OWNER_DEPARTMENT_ID, CUSTOMER.OWNER_DEPARTMENT_ID)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .set(CONTACT.CHANGED_AT, now())
                .set(CONTACT.CHANGED_BY, Acting.current().person())
                .from(CUSTOMER)
                .where(of(List.copyOf(former.keySet())))
                .and(CUSTOMER.TENANT_ID.eq(CONTACT.TENANT_ID))
                .and(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                .returningResult(CONTACT.ID, CONTACT.CUSTOMER_ID)
                .fetchMap(CONTACT.ID, CONTACT.CUSTOMER_ID);
        var lines = new ArrayList<HistorySql.Line>();
        moved.forEach((contact, customer) ->
                lines.add(new HistorySql.Line(contact, "changed", List.of(ownerChange(former.get(customer), to)))));
        history.add("contact", lines, null);
        return List.copyOf(moved.keySet());
    }

    private static Map<String, @Nullable Object> ownerChange(@Nullable UUID from, @Nullable UUID to) {
        var change = new HashMap<String, @Nullable Object>(Map.of("field", "owner"));
        change.put("from", from == null ? null : from.toString());
        change.put("to", to == null ? null : to.toString());
        return change;
    }

    /** Sends the contacts of these customers to the recycle bin. */
    void rest(List<UUID> customers) {
        var columns = Map.of(CONTACT.RESTS_WITH_CUSTOMER, true, CONTACT.DELETED_AT, now());
        remember("deleted", changed(columns, of(customers).and(CONTACT.DELETED_AT.isNull())), List.of());
    }

    /** Brings back the contacts that went with these customers. */
    void comeBack(List<UUID> customers) {
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(CONTACT.RESTS_WITH_CUSTOMER, false);
        columns.put(CONTACT.DELETED_AT, null);
        remember("restored", changed(columns, of(customers).and(CONTACT.RESTS_WITH_CUSTOMER)), List.of());
    }

    private static Condition of(List<UUID> customers) {
        return CONTACT.CUSTOMER_ID.eq(DSL.any(customers.toArray(UUID[]::new)));
    }

    private List<UUID> changed(Map<? extends Field<?>, ? extends @Nullable Object> columns, Condition which) {
        return database.update(CONTACT)
                .set(columns)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .set(CONTACT.CHANGED_AT, now())
                .set(CONTACT.CHANGED_BY, Acting.current().person())
                .where(which)
                .returningResult(CONTACT.ID)
                .fetch(0, UUID.class);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of the primary contacts of customers that are merged the survivor's stays one, or else the first other's. */
    void leaveOnePrimary(UUID survivor, List<UUID> others, MergeNotes notes) {
        List<UUID> family = new ArrayList<>(List.of(survivor));
        family.addAll(others);
        var primaries = database.select(CONTACT.CUSTOMER_ID, CONTACT.ID)
                .from(CONTACT)
                .where(of(family))
                .and(CONTACT.PRIMARY_CONTACT)
                .and(CONTACT.DELETED_AT.isNull())
                .fetchMap(CONTACT.CUSTOMER_ID, CONTACT.ID);
        family.stream().filter(primaries::containsKey).findFirst().ifPresent(primaries::remove);
        if (primaries.isEmpty()) return;
        notes.set(CONTACT.PRIMARY_CONTACT, false, CONTACT.ID.in(primaries.values()));
    }

    /** A sample contact into which one of the firm's own is merged. */
    static Condition sampleThatTakes(UUID survivor, List<UUID> others) {
        var other = CONTACT.as("other");
        var own = DSL.selectOne().from(other).where(other.ID.in(others)).andNot(other.SAMPLE);
        return CONTACT.ID.eq(survivor).and(CONTACT.SAMPLE).andExists(own);
    }

    /** The columns of a contact that follow from its customer. */
    static Map<Field<?>, Field<?>> ownerOf(Field<UUID> customer) {
        var owned = CUSTOMER.ID.eq(customer);
        return Map.of(
                CONTACT.OWNER_ID,
                        DSL.field(DSL.select(CUSTOMER.OWNER_ID).from(CUSTOMER).where(owned)),
                CONTACT.OWNER_DEPARTMENT_ID,
                        DSL.field(DSL.select(CUSTOMER.OWNER_DEPARTMENT_ID)
                                .from(CUSTOMER)
                                .where(owned)));
    }

    /** Until the end of the transaction nobody else changes who reports to whom at these customers. */
    void lockLines(Collection<UUID> customers) {
        database.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(customers))
                .orderBy(CUSTOMER.ID)
                .forNoKeyUpdate()
                .execute();
    }

    ReportingLines lines(UUID customer) {
        return lines(CONTACT.CUSTOMER_ID.eq(customer));
    }

    private ReportingLines lines(Condition which) {
        return new ReportingLines(database.select(CONTACT.ID, CONTACT.REPORTS_TO_ID, CONTACT.DELETED_AT)
                .from(CONTACT)
                .where(which)
                .fetchMap(CONTACT.ID, row -> new ReportingLines.Placed(row.value2(), row.value3() != null)));
    }

    /** Whoever reported to a contact that left the customer reports to its former superior. */
    void closeGap(UUID contact, UUID customer, @Nullable UUID superior) {
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(CONTACT.REPORTS_TO_ID, superior);
        var below = changed(columns, CONTACT.REPORTS_TO_ID.eq(contact).and(CONTACT.CUSTOMER_ID.eq(customer)));
        var change = new HashMap<String, @Nullable Object>(Map.of("field", "reportsTo", "from", contact.toString()));
        change.put("to", superior == null ? null : superior.toString());
        remember("changed", below, List.of(change));
    }

    /** Whoever reported to these, who will be gone, reports to their superior at the same customer, or to nobody. */
    void letGo(List<UUID> gone) {
        database.select(CONTACT.ID, CONTACT.CUSTOMER_ID, CONTACT.REPORTS_TO_ID)
                .from(CONTACT)
                .where(CONTACT.ID.in(gone))
                .forEach(row -> {
                    UUID superior = row.value3();
                    boolean goesToo = superior != null && gone.contains(superior);
                    closeGap(row.value1(), row.value2(), goesToo ? null : superior);
                });
        database.update(CONTACT)
                .setNull(CONTACT.REPORTS_TO_ID)
                .where(CONTACT.REPORTS_TO_ID.in(gone))
                .execute();
    }

    /** Takes the superior from those of these contacts who came to stand below themselves. */
    void untangle(List<UUID> contacts) {
        var these = CONTACT.as("these");
        var customers = DSL.select(these.CUSTOMER_ID).from(these).where(these.ID.in(contacts));
        var lines = lines(CONTACT.CUSTOMER_ID.in(customers));
        var circling = contacts.stream()
                .filter(contact -> lines.leads(contact, contact))
                .toList();
        if (circling.isEmpty()) return;
        database.update(CONTACT)
                .setNull(CONTACT.REPORTS_TO_ID)
                .where(CONTACT.ID.in(circling))
                .execute();
    }

    /** In the histories of the customers. */
    void rememberMove(UUID contact, UUID from, UUID to) {
        history.add(
                "customer",
                List.of(
                        new HistorySql.Line(
                                from, HistorySql.CONTACT_LEFT, List.of(HistorySql.mention("contact", "from", contact))),
                        new HistorySql.Line(
                                to, HistorySql.CONTACT_CAME, List.of(HistorySql.mention("contact", "to", contact)))),
                null);
    }

    private void remember(String kind, List<UUID> contacts, List<Map<String, @Nullable Object>> changes) {
        var lines = contacts.stream()
                .map(contact -> new HistorySql.Line(contact, kind, changes))
                .toList();
        history.add("contact", lines, null);
    }

    /** Contacts by phone or e-mail. */
    Map<String, List<Known>> known(String field, Collection<String> values) {
        var column = "phone".equals(field) ? CONTACT.PHONE : CONTACT.EMAIL;
        var found = new HashMap<String, List<Known>>();
        for (Record row : contacts(column.eq(DSL.any(values.toArray(String[]::new))))) {
            found.computeIfAbsent(row.get(column), key -> new ArrayList<>()).add(known(row, field));
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
                found.computeIfAbsent(key, any -> new ArrayList<>()).add(known(row, "name"));
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

    private static Known known(Record row, String field) {
        Actor actor = Acting.current();
        var reached = new Reach.Row(
                row.get(CONTACT.ID),
                row.get(CONTACT.CUSTOMER_ID),
                row.get(CONTACT.OWNER_ID),
                row.get(CONTACT.OWNER_DEPARTMENT_ID));
        boolean reach = Reach.toWrite(actor, "contact", reached) && Reach.opensKey(actor, "contact", field);
        String name = Reach.name(actor, "contact", reach, row.get(CONTACT.NAME), Masks::personName);
        String owner = Reach.ownerName(actor, row.get("owner_name", String.class));
        return new Known(row.get(CONTACT.ID), name, reach, owner);
    }
}
