package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Name.ChinesePerson;
import io.chaoxi.platform.match.Name.Firm;
import io.chaoxi.platform.match.Name.Spelt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keys of which two records of one party share at least one, so that only parties with a common key are compared
 * (blocking in several passes, Hernández and Stolfo, The merge/purge problem for large databases, 1995). Each key joins
 * two things, so that blocks stay small in a file of a million; {@link LikelyPairs} leaves out those that do not.
 */
public final class BlockingKeys {
    private static final int TELLING = 3;
    private static final int TELLING_CHARACTERS = 5;

    private BlockingKeys() {}

    /** Some five to thirty keys; the sign in front tells their kind. */
    public static Set<String> of(Profile party) {
        Set<String> keys = new LinkedHashSet<>();
        party.creditCodes.forEach(code -> keys.add("k" + code.value()));
        party.phones.forEach(phone -> keys.add("t" + Evidence.line(phone)));
        party.emails.forEach(email -> keys.add("e" + email.value()));
        party.websites.forEach(website -> keys.add("u" + website.value()));
        List<String> sounds = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (Name name : party.names) {
            switch (name) {
                case Firm(CompanyName parts) -> firm(parts, keys);
                case ChinesePerson person -> readings.addAll(person.readings());
                case Spelt spelt -> spelt(spelt, sounds, keys);
            }
        }
        readings.forEach(reading -> keys.add("p" + reading));
        employers(party, readings, sounds, keys);
        places(party, sounds, keys);
        dates(party, sounds, keys);
        return keys;
    }

    /** Pairs of its most telling characters, for whatever is left out of a name these are kept; and how it begins. */
    private static void firm(CompanyName parts, Set<String> keys) {
        keys.add("n" + parts.whole);
        keys.add("n" + parts.core);
        Line core = parts.core;
        int[] telling = IntStream.range(0, core.length())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -core.bits[at])
                        .thenComparingInt(at -> core.points[at]))
                .limit(TELLING_CHARACTERS)
                .sorted()
                .mapToInt(at -> core.points[at])
                .toArray();
        for (int i = 0; i < telling.length; i++) {
            for (int j = i + 1; j < telling.length; j++) keys.add(pair('c', telling[i], telling[j]));
        }
        for (int i = 0; i + 1 < Math.min(TELLING, core.length()); i++) {
            keys.add(pair('c', core.points[i], core.points[i + 1]));
        }
        for (int i = 0; i + 1 < Math.min(TELLING, parts.line.length()); i++) {
            keys.add(pair('c', parts.line.points[i], parts.line.points[i + 1]));
        }
    }

    private static String pair(char sign, int one, int other) {
        return sign + Character.toString(one) + Character.toString(other);
    }

    private static void spelt(Spelt name, List<String> sounds, Set<String> keys) {
        String[] texts = name.words().texts;
        keys.add("w" + Arrays.stream(texts).sorted().reduce("", String::concat));
        if (name.person()) keys.add("p" + name.joined());
        List<String> telling = name.words().telling(TELLING);
        telling.stream().map(Soundex::of).forEach(sounds::add);
        for (int i = 0; i < telling.size(); i++) {
            for (int j = i + 1; j < telling.size(); j++) {
                String one = head(telling.get(i));
                String other = head(telling.get(j));
                keys.add(one.compareTo(other) < 0 ? "w" + one + "+" + other : "w" + other + "+" + one);
            }
        }
        if (telling.size() == 1) keys.add("w" + Soundex.of(telling.getFirst()));
    }

    private static String head(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }

    /** Where somebody works and a name, for thousands may be called 张伟 and one of them works there. */
    private static void employers(Profile party, List<String> readings, List<String> sounds, Set<String> keys) {
        for (Profile.Employer employer : party.employers) {
            for (String reading : readings) keys.add("f" + employer.value() + "+" + reading);
            for (String sound : sounds) keys.add("f" + employer.value() + "+" + sound);
        }
    }

    /** House number and street; house number and a name; postcode and a name. */
    private static void places(Profile party, List<String> sounds, Set<String> keys) {
        for (StreetAddress address : party.addresses) {
            if (address.house().isEmpty()) continue;
            for (String word : address.street().telling(2)) keys.add("a" + address.house() + "+" + head(word));
            for (String sound : sounds) keys.add("a" + address.house() + "+" + sound);
        }
        for (Profile.Contact code : party.postcodes) {
            for (String sound : sounds) keys.add("z" + code.value() + "+" + sound);
        }
        for (String city : party.cities.texts) {
            for (String sound : sounds) keys.add("y" + head(city) + "+" + sound);
        }
    }

    /** The whole date; two of its three parts and a name. */
    private static void dates(Profile party, List<String> sounds, Set<String> keys) {
        for (BirthDate date : party.birthDates) {
            keys.add("d" + date.year() + "-" + date.month() + "-" + date.day());
            for (String sound : sounds) {
                for (String part : parts(date).toList()) keys.add("d" + part + "+" + sound);
            }
        }
    }

    private static Stream<String> parts(BirthDate date) {
        return Stream.of(
                date.year() + "-" + date.month() + "-",
                date.year() + "--" + date.day(),
                "-" + date.month() + "-" + date.day());
    }
}
