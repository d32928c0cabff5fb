package io.chaoxi.platform.match;

import io.chaoxi.platform.text.CreditCodes;
import io.chaoxi.platform.text.Emails;
import io.chaoxi.platform.text.Folding;
import io.chaoxi.platform.text.Websites;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A party prepared once for many comparisons: folded, split, and weighed by rarity. */
public final class Profile {
    final Party.Kind kind;
    final List<Name> names;
    final boolean hasFullName;
    final List<Code> creditCodes;
    final List<Contact> phones;
    final List<Contact> emails;
    final List<Contact> emailDomains;
    final List<Employer> employers;
    final List<Contact> websites;
    final List<StreetAddress> addresses;
    final Words cities;
    final List<Contact> postcodes;
    final List<BirthDate> birthDates;

    /** A way to reach somebody: what its agreement says by its rarity, and what is lost when more than two share it. */
    record Contact(String value, char sign, double bits, double lost) {
        static Contact of(String value, char sign, Rarity rarity) {
            return new Contact(value, sign, rarity.bits(sign + value), rarity.lost(sign + value));
        }
    }

    /** Where somebody works, and what is lost of its agreement because others work there too. */
    record Employer(String value, double lost) {}

    /** A credit code, and whether its check digit is right. */
    record Code(String value, boolean right) {
        static Code of(String written) {
            String code = Folding.squash(written).toUpperCase(Locale.ROOT);
            return new Code(code, CreditCodes.check(code).valueOrNull() != null);
        }
    }

    private Profile(Party party, Rarity rarity) {
        kind = party.kind();
        names = each(party, Trait.NAME, name -> Name.of(party.kind(), name, rarity));
        hasFullName = names.stream().anyMatch(Names::full);
        creditCodes = each(party, Trait.CREDIT_CODE, Code::of);
        phones = each(party, Trait.PHONE, phone -> Contact.of(phone.strip(), 't', rarity));
        List<String> addressesOfMail = each(party, Trait.EMAIL, Profile::email);
        emails = addressesOfMail.stream()
                .map(email -> Contact.of(email, 'e', rarity))
                .toList();
        emailDomains = addressesOfMail.stream()
                .map(email -> Contact.of(email.substring(email.lastIndexOf('@') + 1), '@', rarity))
                .toList();
        employers = each(party, Trait.EMPLOYER, employer -> new Employer(employer, rarity.lostAmong(employer)));
        websites = each(party, Trait.WEBSITE, Profile::host).stream()
                .filter(host -> !host.isEmpty())
                .map(host -> Contact.of(host, 'u', rarity))
                .toList();
        addresses = each(party, Trait.ADDRESS, address -> StreetAddress.of(address, rarity));
        cities = Words.of(each(party, Trait.CITY, Folding::squash), 'c', rarity);
        postcodes = each(party, Trait.POSTCODE, code -> Contact.of(Folding.squash(code), 'z', rarity));
        birthDates = each(party, Trait.BIRTH_DATE, BirthDate::of);
    }

    public static Profile of(Party party, Rarity rarity) {
        return new Profile(party, rarity);
    }

    /** What {@link Rarity} counts: the words with the sign of their kind, so that a city never makes a name common. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.addAll(name.counted()));
        addresses.forEach(address -> words.addAll(address.counted()));
        for (String city : cities.texts) words.add('c' + city);
        for (List<Contact> contacts : List.of(phones, emails, emailDomains, websites, postcodes)) {
            contacts.forEach(contact -> words.add(contact.sign() + contact.value()));
        }
        return words;
    }

    private static String email(String written) {
        String address = Emails.normalise(written).valueOrNull();
        return address == null ? Folding.squash(written) : address;
    }

    /** Without www, for both lead to the same pages; blank for what is no web address. */
    private static String host(String written) {
        String address = Websites.normalise(written).valueOrNull();
        String host = address == null ? null : URI.create(address).getHost();
        if (host == null) return "";
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static <T> List<T> each(Party party, Trait trait, Function<String, @Nullable T> prepare) {
        return party.of(trait).stream().map(prepare).filter(Objects::nonNull).toList();
    }
}
