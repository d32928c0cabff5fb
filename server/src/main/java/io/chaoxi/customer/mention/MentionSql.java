package io.chaoxi.customer.mention;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.SearchQuery.Kind;
import io.chaoxi.platform.text.SearchTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements that look for names and numbers of texts, beyond anybody's scope. */
@Component
class MentionSql {
    /** So many records with one name are looked at; one that more have tells of nobody. */
    static final int MOST_OF_A_NAME = 20;

    private static final int MOST_NUMBERED = 100;
    private static final int MOST_OWN_CONTACTS = 500;

    private final DSLContext database;

    MentionSql(DSLContext database) {
        this.database = database;
    }

    /** A column of names with an index of its own, sorted byte by byte. */
    enum Names {
        CUSTOMER_NAME("customer", "name", CUSTOMER, CUSTOMER.NAME_NORM),
        CUSTOMER_SHORT("customer", "shortName", CUSTOMER, CUSTOMER.SHORT_NORM),
        CONTACT_NAME("contact", "name", CONTACT, CONTACT.NAME_NORM);

        final String object;
        final String field;
        private final Table<?> table;
        private final Field<String> column;

        Names(String object, String field, Table<?> table, Field<String> column) {
            this.object = object;
            this.field = field;
            this.table = table;
            this.column = column.collate("C");
        }

        private Field<UUID> id() {
            return Objects.requireNonNull(table.field("id", UUID.class));
        }

        private Condition alive() {
            return Objects.requireNonNull(table.field("deleted_at")).isNull();
        }
    }

    /** A passage and the last name that does not stand behind it. */
    record Nearest(String passage, String name) {}

    List<Nearest> nearest(Names names, Collection<String> passages) {
        if (passages.isEmpty()) return List.of();
        var passage = DSL.field(DSL.name("p", "s"), String.class);
        Field<String> name = DSL.field(DSL.select(names.column)
                .from(names.table)
                .where(names.alive())
                .and(names.column.le(passage))
                .orderBy(names.column.desc())
                .limit(DSL.inline(1)));
        return database
                .select(passage, name)
                .from(DSL.unnest(passages.toArray(String[]::new)).as("p", "s"))
                .fetch()
                .stream()
                .filter(row -> row.value2() != null)
                .map(row -> new Nearest(row.value1(), row.value2()))
                .toList();
    }

    /** Who bears these names, of each at most one more than {@link #MOST_OF_A_NAME}. */
    List<Holder> bearing(Names names, Collection<String> marks) {
        if (marks.isEmpty()) return List.of();
        var mark = DSL.field(DSL.name("k", "s"), String.class);
        Field<UUID> customer = names.table.equals(CONTACT) ? CONTACT.CUSTOMER_ID : DSL.inline((UUID) null);
        var some = DSL.select(names.id().as("id"), customer.as("customer"))
                .from(names.table)
                .where(names.alive())
                .and(names.column.eq(mark))
                .limit(DSL.inline(MOST_OF_A_NAME + 1));
        return database.select(
                        mark,
                        DSL.field(DSL.name("h", "id"), UUID.class),
                        DSL.field(DSL.name("h", "customer"), UUID.class))
                .from(DSL.unnest(marks.toArray(String[]::new)).as("k", "s"))
                .crossJoin(DSL.lateral(some).as("h"))
                .fetch(row -> new Holder(names.object, row.value2(), row.value3(), names.field, row.value1()));
    }

    /** Who has one of these numbers, as they are stored. */
    List<Holder> numbered(String object, Collection<String> phones, Collection<String> emails) {
        var tokens = new HashSet<String>();
        phones.forEach(phone -> SearchTokens.forPhone(phone).stream()
                .max(java.util.Comparator.comparingInt(String::length))
                .ifPresent(tokens::add));
        emails.forEach(email -> tokens.add(Kind.EMAIL.sign() + email));
        if (tokens.isEmpty()) return List.of();
        String[] wanted =
                SearchTokens.prefixed(Acting.current().tenant(), tokens).toArray(String[]::new);
        return object.equals("customer") ? customers(wanted, phones, emails) : contacts(wanted, phones, emails);
    }

    private List<Holder> customers(String[] tokens, Collection<String> phones, Collection<String> emails) {
        var found = new ArrayList<Holder>();
        database.select(CUSTOMER.ID, CUSTOMER.PHONE, CUSTOMER.EMAIL)
                .from(CUSTOMER)
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(DSL.arrayOverlap(CUSTOMER.SEARCH, tokens))
                .limit(MOST_NUMBERED)
                .forEach(row -> {
                    add(found, new Holder("customer", row.value1(), null, "phone", said(row, CUSTOMER.PHONE)), phones);
                    add(found, new Holder("customer", row.value1(), null, "email", said(row, CUSTOMER.EMAIL)), emails);
                });
        return found;
    }

    private List<Holder> contacts(String[] tokens, Collection<String> phones, Collection<String> emails) {
        var found = new ArrayList<Holder>();
        database.select(CONTACT.ID, CONTACT.CUSTOMER_ID, CONTACT.PHONE, CONTACT.TELEPHONE, CONTACT.EMAIL)
                .from(CONTACT)
                .where(CONTACT.DELETED_AT.isNull())
                .and(DSL.arrayOverlap(CONTACT.SEARCH, tokens))
                .limit(MOST_NUMBERED)
                .forEach(row -> {
                    UUID id = row.value1();
                    UUID of = row.value2();
                    add(found, new Holder("contact", id, of, "phone", said(row, CONTACT.PHONE)), phones);
                    add(found, new Holder("contact", id, of, "telephone", said(row, CONTACT.TELEPHONE)), phones);
                    add(found, new Holder("contact", id, of, "email", said(row, CONTACT.EMAIL)), emails);
                });
        return found;
    }

    private static String said(Record row, Field<String> column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }

    private static void add(List<Holder> found, Holder holder, Collection<String> wanted) {
        if (wanted.contains(holder.mark())) found.add(holder);
    }

    /** What a customer and its contacts are called and reached by, as it is compared. */
    record Own(Set<String> names, Set<String> numbers) {}

    Own own(UUID customer) {
        var own = new Own(new HashSet<>(), new HashSet<>());
        database.select(CUSTOMER.NAME_NORM, CUSTOMER.SHORT_NORM, CUSTOMER.NAME, CUSTOMER.PHONE, CUSTOMER.EMAIL)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer))
                .forEach(row -> {
                    keep(
                            own.names,
                            row.value1(),
                            row.value2(),
                            CompanyNames.normalise(CompanyNames.shortName(row.value3())));
                    keep(own.numbers, row.value4(), row.value5());
                });
        database.select(CONTACT.NAME_NORM, CONTACT.PHONE, CONTACT.TELEPHONE, CONTACT.EMAIL)
                .from(CONTACT)
                .where(CONTACT.CUSTOMER_ID.eq(customer))
                .and(CONTACT.DELETED_AT.isNull())
                .limit(MOST_OWN_CONTACTS)
                .forEach(row -> {
                    keep(own.names, row.value1());
                    keep(own.numbers, row.value2(), row.value3(), row.value4());
                });
        return own;
    }

    private static void keep(Set<String> set, @Nullable String... values) {
        Stream.of(values)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .forEach(set::add);
    }
}
