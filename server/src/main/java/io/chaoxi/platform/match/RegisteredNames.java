package io.chaoxi.platform.match;

import java.util.Arrays;

/**
 * Two registered names that are not the same, or two short ones. Companies of one registry may not share a core, so a
 * single character makes another company (浙江海森药业, 浙江海翔药业), and so does another city.
 */
final class RegisteredNames {
    private RegisteredNames() {}

    static double bits(CompanyName one, CompanyName other) {
        return core(one.core, other.core) + place(one, other) + form(one, other);
    }

    static boolean sameCore(CompanyName one, CompanyName other) {
        return Arrays.equals(one.core.points, other.core.points);
    }

    private static double place(CompanyName one, CompanyName other) {
        if (!one.place.known() || !other.place.known()) return 0;
        if (one.place.code().equals(other.place.code())) return Weights.PLACE_SAME;
        return one.place.agrees(other.place) ? 0 : Weights.PLACE_OPPOSED;
    }

    private static double form(CompanyName one, CompanyName other) {
        double group = one.group == other.group ? 0 : Weights.GROUP_OPPOSED;
        return group + (one.form.equals(other.form) ? 0 : Weights.FORM_OPPOSED);
    }

    private static double core(Line one, Line other) {
        double common = common(one, other);
        double onlyOne = one.sum() - common;
        double onlyOther = other.sum() - common;
        double opposed = Math.min(onlyOne, onlyOther);
        double missing = Math.max(onlyOne, onlyOther) - opposed;
        return Math.min(common, Weights.MOST_FOR_NAME)
                - Weights.CORE_OPPOSED * opposed
                - Weights.CORE_MISSING * missing;
    }

    /** What the characters say that stand in both in the same order (heaviest common subsequence). */
    private static double common(Line one, Line other) {
        double[] best = new double[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            double diagonal = 0;
            for (int j = 1; j < best.length; j++) {
                double above = best[j];
                double taken = one.points[i] == other.points[j - 1] ? diagonal + one.bits[i] : 0;
                best[j] = Math.max(Math.max(above, best[j - 1]), taken);
                diagonal = above;
            }
        }
        return best[best.length - 1];
    }
}
