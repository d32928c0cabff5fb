package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Trait;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A field by which customers look alike: its column, and which trait of a company it is. */
record Compared(String field, TableField<?, String> column, Trait trait) {
    static final List<Compared> FIELDS = List.of(
            new Compared("name", CUSTOMER.NAME, Trait.NAME),
            new Compared("shortName", CUSTOMER.SHORT_NAME, Trait.NAME),
            new Compared("englishName", CUSTOMER.ENGLISH_NAME, Trait.NAME),
            new Compared("creditCode", CUSTOMER.CREDIT_CODE, Trait.CREDIT_CODE),
            new Compared("phone", CUSTOMER.PHONE, Trait.PHONE),
            new Compared("email", CUSTOMER.EMAIL, Trait.EMAIL),
            new Compared("website", CUSTOMER.WEBSITE, Trait.WEBSITE),
            new Compared("address", CUSTOMER.ADDRESS, Trait.ADDRESS));

    static List<TableField<?, String>> columns() {
        return FIELDS.stream().<TableField<?, String>>map(Compared::column).toList();
    }

    /** What is known of a customer in these fields, of those that pass. */
    static Party party(Map<String, ? extends @Nullable Object> values, Predicate<String> passes) {
        Party party = new Party(Party.Kind.COMPANY, Map.of());
        for (Compared compared : FIELDS) {
            if (!passes.test(compared.field)) continue;
            if (values.get(compared.field) instanceof String text) party = party.with(compared.trait, text);
        }
        return party;
    }

    /** The field that a trait stands in; of several the first. */
    static List<String> fields(List<Trait> traits) {
        return traits.stream()
                .map(trait -> FIELDS.stream()
                        .filter(compared -> compared.trait == trait)
                        .map(Compared::field)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
