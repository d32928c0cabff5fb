package io.chaoxi.lead;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Patches patches;
    private final HistorySql history;
    private final Clock clock;

    Conversions(
            Catalogues catalogues,
            RecordFinding finding,
            RecordWriting writing,
            Patches patches,
            HistorySql history,
            Clock clock) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.writing = writing;
        this.patches = patches;
        this.history = history;
        this.clock = clock;
    }

    /** What became of a lead. */
    record Outcome(@Nullable UUID customer, @Nullable UUID contact, Instant at) {
        /** By the fields of the lead. */
        Map<String, @Nullable Object> told() {
            var told = new HashMap<String, @Nullable Object>();
            told.put("customer", customer);
            told.put("contact", contact);
            told.put("convertedAt", at);
            return told;
        }
    }

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
        var firm = new Carrying(leads, customers).of(lead.values());
        if (!isThere(firm.get("owner"))) firm.remove("owner");
        UUID company = customer.none() ? met : made(customers, customer, firm);
        UUID person = contact.none() ? null : made(contacts, contact, card(leads, contacts, lead, company));
        remember(lead.id(), customer.none() ? null : company, person);
        return new Outcome(company, person, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Whoever is gone gets nothing more: then it is the acting person's. */
    private boolean isThere(@Nullable Object owner) {
        Catalogue people = catalogues.of("person");
        return owner instanceof UUID person
                && (person.equals(people.actor().person())
                        || finding.locked(people, person).isPresent());
    }

    private UUID customerOf(Catalogue contacts, UUID contact) {
        return (UUID) Objects.requireNonNull(reached(contacts, contact).values().get("customer"));
    }

    private static Map<String, @Nullable Object> card(
            Catalogue leads, Catalogue contacts, Found lead, @Nullable UUID customer) {
        var carrying = new Carrying(leads, contacts);
        var values = carrying.of(lead.values());
        values.remove("name");
        values.putAll(carrying.one(lead.values(), "contactName", "name"));
        if (customer != null) values.put("customer", customer);
        return values;
    }

    private UUID made(Catalogue catalogue, Target target, Map<String, @Nullable Object> values) {
        return target.id() == null ? created(catalogue, target, values) : filled(catalogue, target.id(), values);
    }

    /** A customer for whoever has the lead. */
    private UUID created(Catalogue catalogue, Target target, Map<String, @Nullable Object> carried) {
        String object = catalogue.type().object();
        try {
            target.refuseDecided();
            if (target.values() != null) carried.putAll(patches.read(catalogue, target.values(), true));
            if (carried.get("name") == null) throw Refusal.field("name", object + "NameMissing");
            return writing.create(catalogue, carried, SEEN);
        } catch (Refusal refused) {
            if (refused.errors().isEmpty()) throw refused;
            throw Refusal.fields(refused.errors().stream()
                    .map(error -> new FieldError(
                            Target.valuesOf(object) + "." + error.field(), error.code(), error.arguments()))
                    .toList());
        }
    }

    private UUID filled(Catalogue catalogue, UUID id, Map<String, @Nullable Object> values) {
        catalogue.actor().require(catalogue.type().object() + ".update");
        Found stands = reached(catalogue, id);
        var lacking = new HashMap<String, @Nullable Object>(values);
        lacking.keySet().removeIf(field -> stands.values().get(field) != null || field.equals("owner"));
        if (!lacking.isEmpty()) writing.change(catalogue, id, stands.version(), lacking, SEEN);
        return id;
    }

    /** One that is there, held until the lead went into it; the side is named when it is gone or out of reach. */
    private Found reached(Catalogue catalogue, UUID id) {
        try {
            finding.hold(catalogue, id);
            return finding.findToWrite(catalogue, id);
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.NOT_FOUND.value()) throw refused;
            throw Refusal.field(catalogue.type().object(), "unknownReference");
        }
    }

    private void remember(UUID lead, @Nullable UUID customer, @Nullable UUID contact) {
        var lines = new HashMap<String, List<HistorySql.Line>>();
        if (customer != null) lines.put("customer", List.of(came(customer, lead)));
        if (contact != null) lines.put("contact", List.of(came(contact, lead)));
        history.add(lines, null);
    }

    private static HistorySql.Line came(UUID record, UUID lead) {
        return new HistorySql.Line(record, HistorySql.LEAD_CAME, List.of(HistorySql.mention("lead", "from", lead)));
    }
}
