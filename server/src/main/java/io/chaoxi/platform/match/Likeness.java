package io.chaoxi.platform.match;

import java.util.List;

/**
 * How surely two parties are one: the score between 0 and 1, and what spoke for it and against it.
 *
 * @param findings one for each trait that both have, in the order of {@link Trait}
 */
public record Likeness(double score, List<Finding> findings) {

    /** What a person should do about it. */
    public enum Verdict {
        DUPLICATE,
        MAYBE,
        DIFFERENT
    }

    /** How two values of a trait stand to each other. */
    public enum Agreement {
        SAME,
        ALIKE,
        /** Something agrees and something contradicts: the same surname, another given name. */
        PARTLY,
        /** Counts against the two being one. */
        OPPOSED
    }

    /** {@code bits}: the logarithm (base 2) of how much likelier one party is to show this than two are. */
    public record Finding(Trait trait, Agreement agreement, double bits) {}

    /** Compares; the order of the two does not matter. A trait that one of them lacks says nothing. */
    public static Likeness between(Profile one, Profile other) {
        List<Finding> findings = Evidence.of(one, other);
        double bits = Weights.PRIOR;
        for (Finding finding : findings) bits += finding.bits();
        return new Likeness(1 / (1 + Math.pow(2, -bits)), findings);
    }

    public Verdict verdict() {
        return verdict(score);
    }

    /** What a score means. */
    public static Verdict verdict(double score) {
        if (score >= Weights.DUPLICATE_FROM) return Verdict.DUPLICATE;
        return score >= Weights.MAYBE_FROM ? Verdict.MAYBE : Verdict.DIFFERENT;
    }

    /** The traits that agreed, or that contradicted, for the page. */
    public List<Trait> traits(Agreement agreement) {
        return findings.stream()
                .filter(finding -> finding.agreement() == agreement)
                .map(Finding::trait)
                .toList();
    }
}
