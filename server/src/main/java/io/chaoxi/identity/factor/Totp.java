package io.chaoxi.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes made of a shared secret and the time: RFC 6238 with SHA-1, six digits, thirty seconds. */
final class Totp {
    static final int DIGITS = 6;
    static final int SECONDS = 30;

    /** A phone may be half a minute off, and a code may take as long to be typed. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    /**
     * The step, newer than the last one taken, whose code this is: among the present one and its two neighbours.
     *
     * @param last the step of the last code that was taken; it and all before it are dead
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        long present = Math.floorDiv(now.getEpochSecond(), SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present + STEPS_OFF; step >= present - STEPS_OFF; step--) {
            if (same(code, code(secret, step, DIGITS)) && step > last) found = OptionalLong.of(step);
        }
        return found;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** HOTP of the step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hash(secret, step);
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
