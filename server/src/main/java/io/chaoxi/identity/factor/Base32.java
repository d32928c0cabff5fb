package io.chaoxi.identity.factor;

/** Base32 without padding (RFC 4648), in which authenticator apps take a secret. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String text(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int waiting = 0;
        for (byte octet : bytes) {
            held = ((held << Byte.SIZE) | (octet & 0xff)) & 0xfff;
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(LETTERS.charAt((held >> waiting) & 0x1f));
            }
        }
        if (waiting > 0) text.append(LETTERS.charAt((held << (BITS - waiting)) & 0x1f));
        return text.toString();
    }
}
