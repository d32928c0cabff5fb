package io.chaoxi.safety;

/** How much a safety program does: a little in the ordinary tests, as much as asked for with {@code -Dsafety.<name>=}. */
final class Counts {
    private Counts() {}

    static int of(String program, int small) {
        return Integer.getInteger("safety." + program, small);
    }

    /** The seed of a run; a failure names it, {@code -Dsafety.seed=} repeats it. */
    static long seed() {
        return Long.getLong("safety.seed", 20261121L);
    }
}
