package io.chaoxi.platform.match;

/** How close two written words are. */
final class Spelling {
    enum Closeness {
        /** One slip of the finger: a letter more, less, other, or two swapped. */
        SLIP,
        /** Heard or remembered otherwise: Catherine and Katharine, deli and delicatessen. */
        ALIKE,
        /** As often found in two writings of one word as in two words: says nothing. */
        UNCLEAR,
        OTHER
    }

    private static final double ALIKE_FROM = 0.84;
    private static final double UNCLEAR_FROM = 0.74;
    private static final int SHORTEST_BEGINNING = 4;

    private Spelling() {}

    /** Of two words that are not equal; {@code letters} as below, counted beforehand. */
    static Closeness of(String one, long lettersOfOne, String other, long lettersOfOther) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 3) return Closeness.OTHER;
        int strange = Long.bitCount(lettersOfOne ^ lettersOfOther);
        if (strange <= 2 && oneSlip(one, other)) return Closeness.SLIP;
        boolean beginning = shorter >= SHORTEST_BEGINNING && (one.startsWith(other) || other.startsWith(one));
        if (beginning) return Closeness.ALIKE;
        if (Long.bitCount(lettersOfOne & lettersOfOther) * 2 < strange) return Closeness.OTHER;
        double likeness = jaroWinkler(one, other);
        if (likeness >= ALIKE_FROM) return Closeness.ALIKE;
        return likeness >= UNCLEAR_FROM ? Closeness.UNCLEAR : Closeness.OTHER;
    }

    /** The set of its letters, folded into 64 bits. */
    static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) letters |= 1L << word.charAt(i);
        return letters;
    }

    /** Damerau's four errors (A technique for computer detection and correction of spelling errors, 1964). */
    static boolean oneSlip(String one, String other) {
        if (one.equals(other)) return true;
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        if (longer.length() - shorter.length() > 1) return false;
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) at++;
        if (longer.length() > shorter.length()) return sameFrom(shorter, at, longer, at + 1);
        if (sameFrom(shorter, at + 1, longer, at + 1)) return true;
        return at + 1 < longer.length()
                && shorter.charAt(at) == longer.charAt(at + 1)
                && shorter.charAt(at + 1) == longer.charAt(at)
                && sameFrom(shorter, at + 2, longer, at + 2);
    }

    private static boolean sameFrom(String one, int from, String other, int otherFrom) {
        return one.length() - from == other.length() - otherFrom
                && one.regionMatches(from, other, otherFrom, one.length() - from);
    }

    /** Winkler 1990: Jaro's share of common characters, raised where the beginnings agree. */
    static double jaroWinkler(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        long takenOther = 0;
        long takenOne = 0;
        int common = 0;
        int readable = Math.min(Long.SIZE, other.length());
        for (int i = 0; i < Math.min(Long.SIZE, one.length()); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(readable, i + reach + 1); j++) {
                if (one.charAt(i) == other.charAt(j) && (takenOther >> j & 1) == 0) {
                    takenOther |= 1L << j;
                    takenOne |= 1L << i;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) return 0;
        double swapped = outOfOrder(one, takenOne, other, takenOther) / 2.0;
        double jaro =
                ((double) common / one.length() + (double) common / other.length() + (common - swapped) / common) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(one.length(), other.length()))
                && one.charAt(prefix) == other.charAt(prefix)) prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static int outOfOrder(String one, long takenOne, String other, long takenOther) {
        int count = 0;
        long rest = takenOther;
        for (long left = takenOne; left != 0; left &= left - 1) {
            if (one.charAt(Long.numberOfTrailingZeros(left)) != other.charAt(Long.numberOfTrailingZeros(rest))) count++;
            rest &= rest - 1;
        }
        return count;
    }
}
