package io.chaoxi.customer;

import io.chaoxi.customer.Duplicate.Certainty;
import io.chaoxi.customer.LookAlikeSql.Candidate;
import io.chaoxi.platform.match.Likeness;
import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Verdict;
import io.chaoxi.platform.match.NamePairs;
import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Profile;
import io.chaoxi.platform.match.Rarity;
import io.chaoxi.platform.match.Trait;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers that are probably the same as one that is being written, though no exact key says so. Only what the acting
 * person may know of a customer is compared, so that a likeness tells nothing of a field that is hidden from him.
 */
@Component
class LookAlikes {
    /** Which field of a customer is which trait. */
    private static final Map<String, Trait> TRAITS = Map.of(
            "name", Trait.NAME,
            "shortName", Trait.NAME,
            "englishName", Trait.NAME,
            "creditCode", Trait.CREDIT_CODE,
            "phone", Trait.PHONE,
            "email", Trait.EMAIL,
            "website", Trait.WEBSITE,
            "address", Trait.ADDRESS);

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
        Rarity rarity = rarities.ofFirm();
        Profile typed = Profile.of(party(catalogue, values), rarity);
        record Scored(Candidate candidate, Likeness likeness) {}
        return sql.candidates(NamePairs.of(typed), values.get("phone") instanceof String phone ? phone : null).stream()
                .filter(candidate -> !aside.contains(candidate.id()))
                .map(candidate -> new Scored(
                        candidate, Likeness.between(typed, Profile.of(party(catalogue, candidate.values()), rarity))))
                .filter(scored -> scored.likeness().verdict() != Verdict.DIFFERENT)
                .sorted(Comparator.comparingDouble(
                        (Scored scored) -> -scored.likeness().score()))
                .limit(MOST)
                .map(scored -> told(catalogue.actor(), scored.candidate(), scored.likeness()))
                .toList();
    }

    private static Party party(Catalogue catalogue, Map<String, @Nullable Object> values) {
        Party party = new Party(Party.Kind.COMPANY, Map.of());
        for (String field : TRAITS.keySet()) {
            if (!Reach.opensKey(catalogue.actor(), "customer", field)) continue;
            if (values.get(field) instanceof String text) party = party.with(TRAITS.get(field), text);
        }
        return party;
    }

    private static Duplicate told(Actor actor, Candidate candidate, Likeness likeness) {
        boolean reach = Reach.of(actor, "customer", candidate.owner(), candidate.department());
        String name = String.valueOf(candidate.values().get("name"));
        return new Duplicate(
                "customer",
                reach ? candidate.id() : null,
                Reach.name(actor, "customer", reach, name, Masks::generic),
                null,
                Reach.ownerName(actor, candidate.ownerName()),
                alike(likeness),
                likeness.verdict() == Verdict.DUPLICATE ? Certainty.LIKELY : Certainty.MAYBE);
    }

    private static List<String> alike(Likeness likeness) {
        return Stream.of(Agreement.SAME, Agreement.ALIKE)
                .flatMap(agreement -> likeness.traits(agreement).stream())
                .map(LookAlikes::field)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> field(Trait trait) {
        return switch (trait) {
            case NAME -> List.of("name");
            case CREDIT_CODE -> List.of("creditCode");
            case PHONE -> List.of("phone");
            case EMAIL -> List.of("email");
            case WEBSITE -> List.of("website");
            case ADDRESS -> List.of("address");
            case CITY, POSTCODE, BIRTH_DATE -> List.of();
        };
    }
}
