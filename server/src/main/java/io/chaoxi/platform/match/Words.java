package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Spelling.Closeness;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Words in any order, each with what its agreement says. Compared softly, as in Cohen, Ravikumar and Fienberg (A
 * comparison of string distance metrics for name-matching tasks, 2003): each word meets the closest of the other side.
 */
final class Words {
    private static final Words NONE = new Words(new String[0], new double[0], new double[0], 0);

    final String[] texts;
    private final double[] bits;
    /** What speaks against two being one when each has such a word and the other has not. */
    private final double[] against;

    /** Which letters occur, one bit each: words that share few need not be compared. */
    private final long[] letters;

    /** Which share of it speaks against when only one has more words. */
    private final double missing;

    private Words(String[] texts, double[] bits, double[] against, double missing) {
        this.texts = texts;
        this.bits = bits;
        this.against = against;
        this.missing = missing;
        letters = Arrays.stream(texts).mapToLong(Spelling::letters).toArray();
    }

    /** Parts of a person's name: another given name is another person, however common the name; an initial says less. */
    static Words ofPerson(List<String> words, char sign, Rarity rarity) {
        Words plain = of(words, sign, rarity);
        double[] against = Arrays.stream(plain.texts)
                .mapToDouble(word -> word.length() == 1 ? Weights.INITIAL_OPPOSED : Weights.GIVEN_NAME_OPPOSED)
                .toArray();
        return new Words(plain.texts, plain.bits, against, Weights.GIVEN_NAME_MISSING);
    }

    static Words of(List<String> words, char sign, Rarity rarity) {
        if (words.isEmpty()) return NONE;
        String[] texts = words.toArray(String[]::new);
        double[] bits = Arrays.stream(texts)
                .mapToDouble(word -> rarity.bits(sign + word))
                .toArray();
        double[] against =
                Arrays.stream(bits).map(bit -> bit * Weights.WORD_OPPOSED).toArray();
        return new Words(texts, bits, against, Weights.WORD_MISSING);
    }

    boolean isEmpty() {
        return texts.length == 0;
    }

    /** The words that say most, no initials, those that say most first. */
    List<String> telling(int most) {
        return IntStream.range(0, texts.length)
                .boxed()
                .filter(at -> texts[at].length() > 1)
                .sorted(Comparator.comparingDouble((Integer at) -> -bits[at]).thenComparing(at -> texts[at]))
                .limit(most)
                .map(at -> texts[at])
                .toList();
    }

    /** What two sets of words have in common, and what each has that the other lacks, in bits. */
    record Shared(double common, double onlyOne, double onlyOther, double missingShare, int pairs, boolean exact) {
        /** Where both have words of their own they contradict; words on one side only are mostly left out by the other. */
        double bits() {
            double opposed = Math.min(onlyOne, onlyOther);
            double missing = Math.max(onlyOne, onlyOther) - opposed;
            return common - opposed - missingShare * missing;
        }

        boolean same() {
            return exact && onlyOne == 0 && onlyOther == 0;
        }

        boolean opposed() {
            return onlyOne > 0 && onlyOther > 0;
        }

        /** All that they have in common is one word, and one of them has more. */
        boolean oneWordOnly() {
            return pairs < 2 && onlyOne + onlyOther > 0;
        }
    }

    /** Each word takes the first that fits, so one order is chosen and the answer is the same both ways. */
    Shared with(Words other) {
        if (Arrays.compare(texts, other.texts) > 0) return other.with(this);
        Pairing pairing = new Pairing(this, other);
        pairing.equal();
        if (pairing.done()) return pairing.shared();
        pairing.close();
        pairing.initials();
        pairing.joined();
        return pairing.shared();
    }

    private static final class Pairing {
        private final Words one;
        private final Words other;
        private final boolean[] usedOne;
        private final boolean[] usedOther;
        private double common;
        private int pairs;
        private boolean exact = true;

        Pairing(Words one, Words other) {
            this.one = one;
            this.other = other;
            usedOne = new boolean[one.texts.length];
            usedOther = new boolean[other.texts.length];
        }

        void equal() {
            for (int i = 0; i < usedOne.length; i++) {
                for (int j = 0; j < usedOther.length && !usedOne[i]; j++) {
                    if (!usedOther[j] && one.texts[i].equals(other.texts[j])) {
                        use(i, j, Math.min(one.bits[i], other.bits[j]));
                    }
                }
            }
        }

        /** Slips before likenesses, so that no word is taken from the one that is closer. */
        void close() {
            @Nullable Closeness[][] found = new Closeness[usedOne.length][usedOther.length];
            for (int i = 0; i < usedOne.length; i++) {
                for (int j = 0; j < usedOther.length && !usedOne[i]; j++) {
                    if (usedOther[j]) continue;
                    found[i][j] = Spelling.of(one.texts[i], one.letters[i], other.texts[j], other.letters[j]);
                    if (found[i][j] == Closeness.SLIP) take(i, j, Closeness.SLIP);
                }
            }
            takeAll(found, Closeness.ALIKE);
            takeAll(found, Closeness.UNCLEAR);
        }

        private void takeAll(@Nullable Closeness[][] found, Closeness wanted) {
            for (int i = 0; i < usedOne.length; i++) {
                for (int j = 0; j < usedOther.length && !usedOne[i]; j++) {
                    if (!usedOther[j] && found[i][j] == wanted) take(i, j, wanted);
                }
            }
        }

        private void take(int i, int j, Closeness closeness) {
            double bits = Math.min(one.bits[i], other.bits[j]);
            exact = false;
            use(
                    i,
                    j,
                    switch (closeness) {
                        case SLIP -> Math.max(0, bits - Weights.SLIP_LOSS);
                        case ALIKE -> bits * Weights.ALIKE_SHARE;
                        case UNCLEAR, OTHER -> 0;
                    });
        }

        /** J. stands for any name with J in its place, and says little. */
        void initials() {
            for (int i = 0; i < Math.min(usedOne.length, usedOther.length); i++) {
                String a = one.texts[i];
                String b = other.texts[i];
                boolean initial = (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
                if (initial && !usedOne[i] && !usedOther[i]) {
                    exact = false;
                    use(i, i, Weights.INITIAL);
                }
            }
        }

        /** Jo Ann and Joann. */
        void joined() {
            String a = rest(one.texts, usedOne);
            String b = rest(other.texts, usedOther);
            if (a.length() < 3 || b.length() < 3 || !Spelling.oneSlip(a, b)) return;
            double least = Math.min(left(one.bits, usedOne), left(other.bits, usedOther));
            common += Math.max(0, least - Weights.SLIP_LOSS);
            exact = false;
            pairs++;
            Arrays.fill(usedOne, true);
            Arrays.fill(usedOther, true);
        }

        private void use(int i, int j, double bits) {
            usedOne[i] = true;
            usedOther[j] = true;
            common += bits;
            pairs++;
        }

        boolean done() {
            return all(usedOne) || all(usedOther);
        }

        Shared shared() {
            return new Shared(
                    common,
                    left(one.against, usedOne),
                    left(other.against, usedOther),
                    Math.max(one.missing, other.missing),
                    pairs,
                    exact);
        }

        private static boolean all(boolean[] used) {
            for (boolean one : used) if (!one) return false;
            return true;
        }

        private static String rest(String[] texts, boolean[] used) {
            StringBuilder rest = new StringBuilder();
            for (int i = 0; i < used.length; i++) if (!used[i]) rest.append(texts[i]);
            return rest.toString();
        }

        private static double left(double[] bits, boolean[] used) {
            double left = 0;
            for (int i = 0; i < used.length; i++) if (!used[i]) left += bits[i];
            return left;
        }
    }
}
