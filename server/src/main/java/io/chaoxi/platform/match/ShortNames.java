package io.chaoxi.platform.match;

/**
 * A short name against the full name that it is taken from: its characters stand in the full name in the same order,
 * the telling ones first of all. The best alignment with a premium for neighbours that stay neighbours, by dynamic
 * programming as in Gotoh (An improved algorithm for matching biological sequences, 1982).
 */
final class ShortNames {
    private ShortNames() {}

    /**
     * What speaks for the short name being taken from the full one, in bits. Characters of the full name that the short
     * one lacks count little against it, characters of the short name that the full one lacks count fully.
     */
    static double bits(CompanyName shortName, CompanyName full) {
        Line small = shortName.line;
        int length = small.length();
        if (length == 0) return 0;
        double aligned = aligned(small, full);
        double whole = small.sum();
        for (int i = 1; i < length; i++) whole += neighbours(small, i);
        double covered = whole == 0 ? 0 : aligned / whole;
        double left = Math.max(0, full.core.sum() - small.sum());
        return Math.min(small.sum(), Weights.MOST_FOR_NAME) * (1 - (1 - covered) * Weights.SHORT_OPPOSED)
                - Weights.SHORT_MISSING * left;
    }

    private static double aligned(Line small, CompanyName full) {
        int[] points = points(full);
        int abbreviations = points.length - full.line.length() - 2;
        double[] best = new double[points.length + 1];
        double[] matched = new double[points.length + 1];
        for (int i = 0; i < small.length(); i++) {
            double bestDiagonal = 0;
            double matchedDiagonal = 0;
            double premium = i == 0 ? 0 : neighbours(small, i);
            for (int j = 1; j <= points.length; j++) {
                double bestAbove = best[j];
                double matchedAbove = matched[j];
                matched[j] = Double.NEGATIVE_INFINITY;
                if (small.points[i] == points[j - 1]) {
                    boolean abbreviated = j <= abbreviations;
                    double before = Math.max(bestDiagonal, matchedDiagonal + premium);
                    matched[j] = (i > 0 && abbreviated ? bestDiagonal : before) + small.bits[i];
                }
                best[j] = Math.max(Math.max(bestAbove, best[j - 1]), matched[j]);
                bestDiagonal = bestAbove;
                matchedDiagonal = i == 0 ? 0 : matchedAbove;
            }
        }
        return best[points.length];
    }

    /** The province's abbreviations, the name, and 股份, which stands in short names of companies limited by shares. */
    private static int[] points(CompanyName full) {
        String front = full.place.abbreviations();
        return (front + full.line + "股份").codePoints().toArray();
    }

    private static double neighbours(Line line, int at) {
        return Weights.NEIGHBOURS * Math.min(line.bits[at], line.bits[at - 1]);
    }
}
