package io.chaoxi.platform.text;

/** Characters that turn the direction of what follows, by which a name can be made to look like another. */
public final class Directions {
    private Directions() {}

    /** Embeddings, overrides and isolates; the marks that Arabic and Hebrew need among Latin letters turn nothing. */
    public static boolean turn(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
