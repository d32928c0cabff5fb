package io.chaoxi.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that say nothing: 256 random bits for whoever holds them, and a digest of them for the database. */
public final class OpaqueToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private OpaqueToken() {}

    static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 138 bits in letters and digits that nobody confuses, in groups, to be copied by hand if it must be. */
    public static String readable() {
        var text = new StringBuilder();
        for (int i = 0; i < 28; i++) {
            if (i > 0 && i % 7 == 0) text.append('-');
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** SHA-256; enough without salt, because what is digested is random. */
    public static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
