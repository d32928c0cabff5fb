package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Finding;
import io.chaoxi.platform.match.Party.Kind;
import io.chaoxi.platform.match.Profile.Code;
import io.chaoxi.platform.match.Profile.Contact;
import io.chaoxi.platform.match.Profile.Employer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each trait says that both parties have. Of several values the pair that agrees best speaks. */
final class Evidence {
    /** Everybody has an address there, so that it says nothing about whom one works for. */
    private static final Set<String> MAIL_FOR_ALL = Set.of(
            "qq.com",
            "163.com",
            "126.com",
            "139.com",
            "189.cn",
            "sina.com",
            "sina.cn",
            "sohu.com",
            "aliyun.com",
            "foxmail.com",
            "yeah.net",
            "wo.cn",
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com");

    private Evidence() {}

    static List<Finding> of(Profile one, Profile other) {
        Finding name = Names.compare(one, other);
        Finding birth = birthDates(one, other);
        boolean people = one.kind == Kind.PERSON && other.kind == Kind.PERSON;
        double place = most(people ? Kind.PERSON : Kind.COMPANY, name, birth);
        double line = people ? place : Double.MAX_VALUE;
        List<Finding> findings = new ArrayList<>(4);
        add(findings, name, Double.MAX_VALUE);
        add(findings, creditCodes(one, other), Double.MAX_VALUE);
        add(findings, phones(one, other), line);
        add(findings, emails(one, other), Double.MAX_VALUE);
        add(findings, employers(one, other), place);
        add(
                findings,
                same(Trait.WEBSITE, one.websites, other.websites, Weights.WEBSITE_SAME, Weights.WEBSITE_OPPOSED),
                line);
        add(findings, addresses(one, other), place);
        add(findings, cities(one, other), place);
        add(findings, postcodes(one, other), place);
        add(findings, birth, Double.MAX_VALUE);
        return findings;
    }

    /**
     * Traits are not independent: a family shares its surname, address and phone, a tower or group its address. So where
     * the names agree only in part, none of these says much.
     */
    private static double most(Kind kind, @Nullable Finding name, @Nullable Finding birth) {
        boolean contradicts =
                name != null && (name.agreement() == Agreement.PARTLY || name.agreement() == Agreement.OPPOSED);
        if (!contradicts || birth != null && birth.bits() > 0) return Double.MAX_VALUE;
        return kind == Kind.PERSON ? Weights.FAMILY_MOST : Weights.BUILDING_MOST;
    }

    private static void add(List<Finding> findings, @Nullable Finding found, double most) {
        if (found == null) return;
        findings.add(found.bits() <= most ? found : new Finding(found.trait(), found.agreement(), most));
    }

    private static @Nullable Finding better(@Nullable Finding best, @Nullable Finding found) {
        return best == null || found != null && found.bits() > best.bits() ? found : best;
    }

    private static Finding found(Trait trait, double bits, boolean exact) {
        if (bits < 0) return new Finding(trait, Agreement.OPPOSED, bits);
        return new Finding(trait, exact ? Agreement.SAME : Agreement.ALIKE, bits);
    }

    /** A code whose check digit is wrong was mistyped, so one that differs in one place only still speaks for both. */
    private static @Nullable Finding creditCodes(Profile one, Profile other) {
        Finding best = null;
        for (Code a : one.creditCodes) {
            for (Code b : other.creditCodes) {
                boolean same = a.value().equals(b.value());
                double bits = same ? Weights.CREDIT_CODE_SAME : differing(a, b);
                best = better(best, found(Trait.CREDIT_CODE, bits, same));
            }
        }
        return best;
    }

    private static double differing(Code one, Code other) {
        boolean mistyped = !(one.right() && other.right()) && Spelling.oneSlip(one.value(), other.value());
        return mistyped ? Weights.CREDIT_CODE_SLIP : Weights.CREDIT_CODE_OPPOSED;
    }

    private static @Nullable Finding phones(Profile one, Profile other) {
        Finding best = same(Trait.PHONE, one.phones, other.phones, Weights.PHONE_SAME, Weights.PHONE_OPPOSED);
        if (best == null || best.agreement() == Agreement.SAME) return best;
        for (Contact a : one.phones) {
            for (Contact b : other.phones) {
                if (line(a).equals(line(b))) best = found(Trait.PHONE, Weights.PHONE_OTHER_EXTENSION, false);
            }
        }
        return best;
    }

    static String line(Contact phone) {
        int extension = phone.value().indexOf(';');
        return extension < 0 ? phone.value() : phone.value().substring(0, extension);
    }

    private static @Nullable Finding emails(Profile one, Profile other) {
        Finding best = same(Trait.EMAIL, one.emails, other.emails, Weights.EMAIL_SAME, Weights.EMAIL_OPPOSED);
        boolean companies = one.kind == Kind.COMPANY && other.kind == Kind.COMPANY;
        if (best == null || best.agreement() == Agreement.SAME || !companies) return best;
        for (Contact domain : one.emailDomains) {
            boolean shared = other.emailDomains.contains(domain) && !MAIL_FOR_ALL.contains(domain.value());
            if (shared)
                best = better(best, found(Trait.EMAIL, Math.max(0, Weights.EMAIL_DOMAIN - domain.lost()), false));
        }
        return best;
    }

    private static @Nullable Finding same(
            Trait trait, List<Contact> one, List<Contact> other, double same, double opposed) {
        if (one.isEmpty() || other.isEmpty()) return null;
        double best = opposed;
        for (Contact a : one) {
            for (Contact b : other) {
                if (a.value().equals(b.value())) best = Math.max(best, Math.max(1, same - a.lost()));
            }
        }
        return found(trait, best, true);
    }

    /** Of two with one name who work among n, about n times as many are two: log2(n) less. */
    private static @Nullable Finding employers(Profile one, Profile other) {
        Finding best = null;
        for (Employer a : one.employers) {
            for (Employer b : other.employers) {
                boolean same = a.value().equals(b.value());
                double bits = same
                        ? Math.max(Weights.EMPLOYER_LEAST, Weights.EMPLOYER_MOST - a.lost())
                        : Weights.EMPLOYER_OPPOSED;
                best = better(best, found(Trait.EMPLOYER, bits, same));
            }
        }
        return best;
    }

    private static @Nullable Finding addresses(Profile one, Profile other) {
        Finding best = null;
        for (StreetAddress a : one.addresses) {
            for (StreetAddress b : other.addresses) best = better(best, a.with(b));
        }
        return best;
    }

    private static @Nullable Finding cities(Profile one, Profile other) {
        if (one.cities.isEmpty() || other.cities.isEmpty()) return null;
        Words.Shared shared = one.cities.with(other.cities);
        double bits = shared.common() > 0 ? Math.min(shared.common(), Weights.CITY_MOST) : Weights.CITY_OPPOSED;
        return found(Trait.CITY, bits, shared.exact());
    }

    private static @Nullable Finding postcodes(Profile one, Profile other) {
        Finding best = null;
        for (Contact a : one.postcodes) {
            for (Contact b : other.postcodes) {
                boolean same = a.value().equals(b.value());
                double slip = Spelling.oneSlip(a.value(), b.value()) ? Weights.POSTCODE_SLIP : Weights.POSTCODE_OPPOSED;
                double bits = same ? Math.min(a.bits(), Weights.POSTCODE_MOST) : slip;
                best = better(best, found(Trait.POSTCODE, bits, same));
            }
        }
        return best;
    }

    private static @Nullable Finding birthDates(Profile one, Profile other) {
        Finding best = null;
        for (BirthDate a : one.birthDates) {
            for (BirthDate b : other.birthDates) {
                best = better(best, found(Trait.BIRTH_DATE, a.with(b), a.equals(b)));
            }
        }
        return best;
    }
}
