package io.chaoxi.webform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Random words: addresses of forms, names of pages that were handed out, and what these are signed with. */
final class FormKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int BYTES_OF_KEY = 24;
    private static final int BYTES_OF_NONCE = 16;
    private static final int BYTES_OF_SECRET = 32;

    private FormKeys() {}

    /** 192 bits; it stands on public pages, but nobody comes upon it by trying. */
    static String key() {
        return text(BYTES_OF_KEY);
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static String nonce() {
        return text(BYTES_OF_NONCE);
    }

    static String secret() {
        return text(BYTES_OF_SECRET);
    }

    private static String text(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
