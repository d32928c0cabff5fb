package io.chaoxi.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Somebody's phone: the app that makes codes, and the paper with his recovery codes. Written from the RFC and not from our
 * own code, so that one looks at the other.
 */
public final class Authenticator {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String FACTOR = "/api/v1/session/factor";

    private final String secret;
    private List<String> recoveryCodes = List.of();
    private int used;

    public Authenticator(String secret) {
        this.secret = secret;
    }

    /** Switches the second factor of this session's person on. */
    public static Authenticator of(Http session) {
        var begun = session.post(FACTOR, null);
        if (begun.status() != 201) throw new AssertionError(begun.text());
        var phone = new Authenticator(begun.json().path("secret").asString());
        var proved = session.post(FACTOR + "/proof", java.util.Map.of("code", phone.code(0)));
        if (proved.status() != 200) throw new AssertionError(proved.text());
        phone.recoveryCodes = texts(proved.json().path("recoveryCodes"));
        return phone;
    }

    public static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    public String secret() {
        return secret;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** A recovery code that was not asked for before. */
    public String recoveryCode() {
        return recoveryCodes.get(used++);
    }

    /** The code of now, or of so many half minutes later. */
    public String code(int later) {
        return code(Instant.now().getEpochSecond() / 30 + later);
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            byte[] message = new byte[8];
            for (int i = 0; i < 8; i++) message[i] = (byte) (step >>> (56 - 8 * i));
            byte[] hash = mac.doFinal(message);
            int at = hash[19] & 15;
            int number = (hash[at] & 127) << 24
                    | (hash[at + 1] & 255) << 16
                    | (hash[at + 2] & 255) << 8
                    | (hash[at + 3] & 255);
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        BigInteger number = BigInteger.ONE;
        for (int i = 0; i < secret.length(); i++) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(LETTERS.indexOf(secret.charAt(i))));
        }
        byte[] all = number.toByteArray();
        return java.util.Arrays.copyOfRange(all, 1, all.length);
    }
}
