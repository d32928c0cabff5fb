package io.chaoxi.platform.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A company or person as written down somewhere: several values of a trait are ways to name or reach the same one. */
public record Party(Kind kind, Map<Trait, List<String>> traits) {

    /** Persons at one address are often a family, companies of one name in two cities are two. */
    public enum Kind {
        COMPANY,
        PERSON
    }

    public static Party company(String name) {
        return new Party(Kind.COMPANY, Map.of()).with(Trait.NAME, name);
    }

    public static Party person(String name) {
        return new Party(Kind.PERSON, Map.of()).with(Trait.NAME, name);
    }

    /** The same party with one more value; what is blank is unknown and left out. */
    public Party with(Trait trait, @Nullable String value) {
        if (value == null || value.isBlank()) return this;
        Map<Trait, List<String>> more = new EnumMap<>(Trait.class);
        more.putAll(traits);
        List<String> values = new ArrayList<>(of(trait));
        values.add(value);
        more.put(trait, List.copyOf(values));
        return new Party(kind, more);
    }

    /** What is known of these traits alone. */
    public Party only(Set<Trait> wanted) {
        Map<Trait, List<String>> some = new EnumMap<>(Trait.class);
        some.putAll(traits);
        some.keySet().retainAll(wanted);
        return new Party(kind, some);
    }

    /** All values of a trait; empty when unknown. */
    public List<String> of(Trait trait) {
        return traits.getOrDefault(trait, List.of());
    }
}
