package io.chaoxi.customer;

import io.chaoxi.customer.Duplicate.Certainty;
import io.chaoxi.customer.LookAlikeSql.Candidate;
import io.chaoxi.customer.LookAlikeSql.Probe;
import io.chaoxi.platform.match.Likeness;
import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Verdict;
import io.chaoxi.platform.match.NamePairs;
import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Profile;
import io.chaoxi.platform.match.Rarity;
import io.chaoxi.platform.match.Trait;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordMatching.Alike;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers that are probably the same as one that is being written, though no exact key says so. Only what the acting
 * person may know of a customer is compared, so that a likeness tells nothing of a field that is hidden from him.
 */
@Component
class LookAlikes {
    private static final int MOST = 5;

    private final LookAlikeSql sql;
    private final Rarities rarities;

    LookAlikes(LookAlikeSql sql, Rarities rarities) {
        this.sql = sql;
        this.rarities = rarities;
    }

    /** Those that look most alike, aside from the given ones; none while there is no name. */
    List<Duplicate> of(Catalogue catalogue, Map<String, @Nullable Object> values, Set<UUID> aside) {
        if (!(values.get("name") instanceof String) || catalogue.visible("name").isEmpty()) return List.of();
        Rarity rarity = rarities.of(Compared.CUSTOMERS);
        var typed = typed(catalogue, values, rarity);
        return alike(catalogue, typed, sql.candidates(typed.probe()), rarity, aside);
    }

    /** The same for each of some dozens of customers, in their order. */
    List<List<Duplicate>> ofEach(Catalogue catalogue, List<Map<String, @Nullable Object>> customers) {
        if (catalogue.visible("name").isEmpty()) return Collections.nCopies(customers.size(), List.of());
        Rarity rarity = rarities.of(Compared.CUSTOMERS);
        var typed = customers.stream()
                .map(values -> typed(catalogue, values, rarity))
                .toList();
        var candidates = sql.candidates(typed.stream().map(Typed::probe).toList());
        return IntStream.range(0, typed.size())
                .mapToObj(i -> alike(catalogue, typed.get(i), candidates.get(i), rarity, Set.of()))
                .toList();
    }

    /** Of each the one that looks most alike. */
    List<Optional<Alike>> nearest(Catalogue catalogue, List<Map<String, @Nullable Object>> customers) {
        return ofEach(catalogue, customers).stream()
                .map(found -> found.stream()
                        .findFirst()
                        .map(one ->
                                new Alike(one.object(), one.id(), one.label(), one.certainty() == Certainty.LIKELY)))
                .toList();
    }

    /** What is being written, and by what others are sought; {@code known}: only of these traits a likeness can speak. */
    private record Typed(Profile profile, Set<Trait> known, Probe probe) {}

    private static Typed typed(Catalogue catalogue, Map<String, @Nullable Object> values, Rarity rarity) {
        Party party = party(catalogue, values);
        Profile profile = Profile.of(party, rarity);
        boolean byPhone = Reach.opensKey(catalogue.actor(), "customer", "phone");
        String phone = byPhone && values.get("phone") instanceof String number ? number : null;
        return new Typed(profile, party.traits().keySet(), new Probe(NamePairs.of(profile, rarity), phone));
    }

    private static List<Duplicate> alike(
            Catalogue catalogue, Typed typed, List<Candidate> candidates, Rarity rarity, Set<UUID> aside) {
        record Scored(Candidate candidate, Likeness likeness) {}
        return candidates.stream()
                .filter(candidate -> !aside.contains(candidate.id()))
                .map(candidate -> {
                    Party party = party(catalogue, candidate.values()).only(typed.known());
                    return new Scored(candidate, Likeness.between(typed.profile(), Profile.of(party, rarity)));
                })
                .filter(scored -> scored.likeness().verdict() != Verdict.DIFFERENT)
                .sorted(Comparator.comparingDouble(
                        (Scored scored) -> -scored.likeness().score()))
                .limit(MOST)
                .map(scored -> told(catalogue.actor(), scored.candidate(), scored.likeness()))
                .toList();
    }

    private static Party party(Catalogue catalogue, Map<String, @Nullable Object> values) {
        return Compared.CUSTOMERS.party(values, field -> Reach.opensKey(catalogue.actor(), "customer", field));
    }

    private static Duplicate told(Actor actor, Candidate candidate, Likeness likeness) {
        var reached = new Reach.Row(candidate.id(), null, candidate.owner(), candidate.department());
        boolean reach = Reach.of(actor, "customer", reached);
        String name = String.valueOf(candidate.values().get("name"));
        return new Duplicate(
                "customer",
                reach ? candidate.id() : null,
                Reach.name(actor, "customer", reach, name, Masks::generic),
                null,
                Reach.ownerName(actor, candidate.ownerName()),
                alike(Compared.CUSTOMERS, likeness),
                likeness.verdict() == Verdict.DUPLICATE ? Certainty.LIKELY : Certainty.MAYBE);
    }

    /** The fields that speak for the two being one. */
    static List<String> alike(Compared compared, Likeness likeness) {
        return Stream.of(Agreement.SAME, Agreement.ALIKE)
                .flatMap(agreement -> compared.fields(likeness.traits(agreement)).stream())
                .toList();
    }
}
