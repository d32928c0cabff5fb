package io.chaoxi.lead;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a customer and a contact of a lead, or lets it go into those that are there: these keep what they have and get what
 * they lack. Rules of the firm that refuse a duplicate refuse it here too; the rest was seen among the matches.
 */
@Component
class Conversions {
    private static final Writing SEEN = Writing.byHand(Duplicates.SEEN);

    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final HistorySql history;

    Conversions(Catalogues catalogues, RecordFinding finding, RecordWriting writing, HistorySql history) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.writing = writing;
        this.history = history;
    }

    /** What became of a lead. */
    record Outcome(@Nullable UUID customer, @Nullable UUID contact) {}

    /** Needs the rights on customers and contacts that their making or changing by hand needs. */
    Outcome into(Catalogue leads, Found lead, Target customer, Target contact) {
        if (customer.none() && contact.none()) throw Refusal.field("customer", "convertIntoNothing");
        if (customer.none() && contact.fresh()) throw Refusal.field("customer", "contactNeedsCustomer");
        Catalogue customers = catalogues.of("customer");
        Catalogue contacts = catalogues.of("contact");
        UUID met = contact.id() == null ? null : customerOf(contacts, contact.id());
        if (met != null && !customer.none() && !met.equals(customer.id())) {
            throw Refusal.field("contact", "contactElsewhere");
        }
        UUID company =
                customer.none() ? met : made(customers, customer, new Carrying(leads, customers).of(lead.values()));
        var card = person(leads, contacts, lead, company);
        if (contact.fresh() && card.get("name") == null) throw Refusal.field("contact", unnamed(lead));
        UUID person = contact.none() ? null : made(contacts, contact, card);
        if (!customer.none() && company != null) remember("customer", company, lead.id());
        if (person != null) remember("contact", person, lead.id());
        return new Outcome(company, person);
    }

    private UUID customerOf(Catalogue contacts, UUID contact) {
        return (UUID) Objects.requireNonNull(
                finding.findToWrite(contacts, contact).values().get("customer"));
    }

    private static Map<String, @Nullable Object> person(
            Catalogue leads, Catalogue contacts, Found lead, @Nullable UUID customer) {
        var carrying = new Carrying(leads, contacts);
        var values = carrying.of(lead.values());
        values.remove("name");
        values.putAll(carrying.one(lead.values(), "contactName", "name"));
        if (customer != null) values.put("customer", customer);
        return values;
    }

    private static String unnamed(Found lead) {
        return lead.values().get("contactName") == null ? "contactNameMissing" : "contactNameKept";
    }

    private UUID made(Catalogue catalogue, Target target, Map<String, @Nullable Object> values) {
        if (target.id() != null) return filled(catalogue, target.id(), values);
        return writing.create(catalogue, values, SEEN);
    }

    private UUID filled(Catalogue catalogue, UUID id, Map<String, @Nullable Object> values) {
        catalogue.actor().require(catalogue.type().object() + ".update");
        finding.hold(catalogue, id);
        Found stands = finding.findToWrite(catalogue, id);
        var lacking = new HashMap<String, @Nullable Object>(values);
        lacking.keySet().removeIf(field -> stands.values().get(field) != null || field.equals("owner"));
        if (!lacking.isEmpty()) writing.change(catalogue, id, stands.version(), lacking, SEEN);
        return id;
    }

    private void remember(String object, UUID record, UUID lead) {
        var line = new HistorySql.Line(record, HistorySql.LEAD_CAME, List.of(HistorySql.mention("lead", "from", lead)));
        history.add(object, List.of(line), null);
    }
}
