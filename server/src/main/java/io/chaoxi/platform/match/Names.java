package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Finding;
import io.chaoxi.platform.match.Name.ChinesePerson;
import io.chaoxi.platform.match.Name.Firm;
import io.chaoxi.platform.match.Name.Spelt;
import org.jspecify.annotations.Nullable;

/**
 * What the names of two parties say. Of several names the pair that agrees best counts, for they are writings of one;
 * yet where both have a registered name, no short name outweighs that these differ.
 */
final class Names {
    private static final Finding REGISTERED = new Finding(Trait.NAME, Agreement.SAME, Weights.SAME_REGISTERED_NAME);

    private Names() {}

    /** Null where nothing can be compared: a name in Chinese against one in English. */
    static @Nullable Finding compare(Profile one, Profile other) {
        boolean registered = one.hasFullName && other.hasFullName;
        Finding best = null;
        for (Name a : one.names) {
            for (Name b : other.names) {
                if (registered && !(full(a) && full(b))) continue;
                Finding found = compare(a, b);
                if (found != null && (best == null || found.bits() > best.bits())) best = found;
            }
        }
        return best;
    }

    static boolean full(Name name) {
        return name instanceof Firm(CompanyName parts) && parts.full();
    }

    private static @Nullable Finding compare(Name one, Name other) {
        if (one instanceof Firm(CompanyName a) && other instanceof Firm(CompanyName b)) return firms(a, b);
        if (one instanceof Spelt a && other instanceof Spelt b) return spelt(a, b);
        if (one instanceof ChinesePerson a && other instanceof ChinesePerson b) return people(a, b);
        if (one instanceof ChinesePerson a && other instanceof Spelt b) return reading(a, b);
        if (one instanceof Spelt a && other instanceof ChinesePerson b) return reading(b, a);
        return null;
    }

    private static Finding firms(CompanyName one, CompanyName other) {
        if (one.full() == other.full()) {
            if (one.whole.equals(other.whole)) {
                return one.full() ? REGISTERED : same(one.line.sum());
            }
            Finding found = alike(RegisteredNames.bits(one, other));
            return RegisteredNames.sameCore(one, other) ? found : partly(found);
        }
        return alike(one.full() ? ShortNames.bits(other, one) : ShortNames.bits(one, other));
    }

    private static Finding spelt(Spelt one, Spelt other) {
        Words.Shared shared = one.words().with(other.words());
        if (shared.same()) return same(shared.common());
        Finding found = alike(shared.bits());
        boolean surnameOnly = one.person() && other.person() && shared.oneWordOnly();
        return shared.opposed() || surnameOnly ? partly(found) : found;
    }

    /** Characters heard alike (张伟, 张玮) may be one person; other characters are another. */
    private static Finding people(ChinesePerson one, ChinesePerson other) {
        if (one.whole().equals(other.whole())) return same(one.bits());
        boolean heard = one.readings().getFirst().equals(other.readings().getFirst());
        return alike(heard ? Math.min(one.bits(), other.bits()) * Weights.ALIKE_SHARE : Weights.CHINESE_NAME_OPPOSED);
    }

    private static Finding reading(ChinesePerson one, Spelt other) {
        boolean heard = one.readings().contains(other.joined());
        return alike(heard ? one.bits() * Weights.ALIKE_SHARE : Weights.CHINESE_NAME_OPPOSED);
    }

    private static Finding same(double bits) {
        return new Finding(Trait.NAME, Agreement.SAME, Math.min(bits, Weights.MOST_FOR_SAME_NAME));
    }

    private static Finding alike(double bits) {
        double kept = Math.clamp(bits, Weights.LEAST_FOR_NAME, Weights.MOST_FOR_NAME);
        return new Finding(Trait.NAME, kept < 0 ? Agreement.OPPOSED : Agreement.ALIKE, kept);
    }

    private static Finding partly(Finding found) {
        return found.bits() < 0 ? found : new Finding(Trait.NAME, Agreement.PARTLY, found.bits());
    }
}
