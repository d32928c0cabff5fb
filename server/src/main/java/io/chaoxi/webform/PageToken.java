package io.chaoxi.webform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Goes out with a page and comes back with what was filled in, so that nothing need be kept of pages that nobody sends:
 * when it went out, which it is, and the version of the text that stood on it. Signed by the form's own secret, so one
 * form's pages are nothing to another.
 */
record PageToken(Instant handedOut, String nonce, int consentVersion) {
    /** Nobody reads and fills in a form in less. */
    static final Duration SOONEST = Duration.ofSeconds(2);

    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]{22})\\.(\\d{1,9})\\.([A-Za-z0-9_-]{43})");
    private static final String ALGORITHM = "HmacSHA256";

    static PageToken make(Instant now, int consentVersion) {
        return new PageToken(Instant.ofEpochSecond(now.getEpochSecond()), FormKeys.nonce(), consentVersion);
    }

    String signed(String secret) {
        return content() + "." + signature(content(), secret);
    }

    private String content() {
        return handedOut.getEpochSecond() + "." + nonce + "." + consentVersion;
    }

    /** Empty for what this secret did not sign. */
    static Optional<PageToken> read(String text, String secret) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        var token = new PageToken(
                Instant.ofEpochSecond(Long.parseLong(parts.group(1))),
                parts.group(2),
                Integer.parseInt(parts.group(3)));
        byte[] expected = token.signed(secret).getBytes(StandardCharsets.US_ASCII);
        boolean ours = MessageDigest.isEqual(expected, text.getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(token) : Optional.empty();
    }

    boolean over(Instant now) {
        return handedOut.plus(LONGEST).isBefore(now);
    }

    boolean tooQuick(Instant now) {
        return handedOut.plus(SOONEST).isAfter(now);
    }

    private static String signature(String content, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            byte[] signed = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
