package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Trait;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * An object whose records may be the same company or person twice: where they stand, and which of their fields are
 * compared.
 *
 * @param at the customer at which a record is; null for customers themselves
 * @param mask what is shown of a name that one may not read
 */
record Compared(
        String object,
        Party.Kind kind,
        Table<?> table,
        Columns columns,
        @Nullable TableField<?, UUID> at,
        UnaryOperator<String> mask,
        List<Part> parts) {

    /** The columns that each of these objects has. */
    record Columns(
            TableField<?, UUID> id,
            TableField<?, String> name,
            TableField<?, UUID> owner,
            TableField<?, UUID> department,
            TableField<?, OffsetDateTime> deletedAt) {}

    /** A field by which two look alike: its column, and which trait of a party it is. */
    record Part(String field, TableField<?, ?> column, Trait trait) {}

    static final Compared CUSTOMERS = new Compared(
            "customer",
            Party.Kind.COMPANY,
            CUSTOMER,
            new Columns(
                    CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.OWNER_ID, CUSTOMER.OWNER_DEPARTMENT_ID, CUSTOMER.DELETED_AT),
            null,
            Masks::generic,
            List.of(
                    new Part("name", CUSTOMER.NAME, Trait.NAME),
                    new Part("shortName", CUSTOMER.SHORT_NAME, Trait.NAME),
                    new Part("englishName", CUSTOMER.ENGLISH_NAME, Trait.NAME),
                    new Part("creditCode", CUSTOMER.CREDIT_CODE, Trait.CREDIT_CODE),
                    new Part("phone", CUSTOMER.PHONE, Trait.PHONE),
                    new Part("email", CUSTOMER.EMAIL, Trait.EMAIL),
                    new Part("website", CUSTOMER.WEBSITE, Trait.WEBSITE),
                    new Part("address", CUSTOMER.ADDRESS, Trait.ADDRESS)));

    static final Compared CONTACTS = new Compared(
            "contact",
            Party.Kind.PERSON,
            CONTACT,
            new Columns(CONTACT.ID, CONTACT.NAME, CONTACT.OWNER_ID, CONTACT.OWNER_DEPARTMENT_ID, CONTACT.DELETED_AT),
            CONTACT.CUSTOMER_ID,
            Masks::personName,
            List.of(
                    new Part("name", CONTACT.NAME, Trait.NAME),
                    new Part("phone", CONTACT.PHONE, Trait.PHONE),
                    new Part("telephone", CONTACT.TELEPHONE, Trait.PHONE),
                    new Part("email", CONTACT.EMAIL, Trait.EMAIL),
                    new Part("customer", CONTACT.CUSTOMER_ID, Trait.EMPLOYER),
                    new Part("birthday", CONTACT.BIRTHDAY, Trait.BIRTH_DATE)));

    private static final Map<String, Compared> BY_OBJECT = Map.of("customer", CUSTOMERS, "contact", CONTACTS);

    /** 404 for an object whose records are not compared with each other. */
    static Compared of(String object) {
        Compared compared = BY_OBJECT.get(object);
        if (compared == null) throw Refusal.notFound();
        return compared;
    }

    /**
     * The fields that may be named to this person. A pair names one field of each trait, so that it must not be told when
     * any of that trait is closed to him: a mobile that equals a hidden telephone.
     */
    List<String> open(Actor actor) {
        return parts.stream()
                .filter(part -> parts.stream()
                        .filter(other -> other.trait == part.trait)
                        .allMatch(other -> Reach.opensKey(actor, object, other.field)))
                .map(Part::field)
                .toList();
    }

    /** The kind of long work that compares all of them. */
    String job() {
        return at == null ? "likelyPairs" : "likelyContacts";
    }

    /** The right that looking for pairs needs. */
    String right() {
        return object + ".merge";
    }

    List<Field<?>> compared() {
        return parts.stream().<Field<?>>map(Part::column).toList();
    }

    /** What stands in the compared fields of a row that was read with them. */
    Map<String, @Nullable Object> values(Record row) {
        var values = new HashMap<String, @Nullable Object>();
        for (Part part : parts) values.put(part.field, row.get(part.column));
        return values;
    }

    /** What is known of a record in these fields, of those that pass. */
    Party party(Map<String, ? extends @Nullable Object> values, Predicate<String> passes) {
        Party party = new Party(kind, Map.of());
        for (Part part : parts) {
            Object value = passes.test(part.field) ? values.get(part.field) : null;
            if (value != null) party = party.with(part.trait, value.toString());
        }
        return party;
    }

    /** The field that a trait stands in; of several the first. */
    List<String> fields(List<Trait> traits) {
        return traits.stream()
                .map(trait -> parts.stream()
                        .filter(part -> part.trait == trait)
                        .map(Part::field)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
