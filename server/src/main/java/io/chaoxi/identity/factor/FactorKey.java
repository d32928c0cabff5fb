package io.chaoxi.identity.factor;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.database.Secrets;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The installation's key: CRM_KEY, which several nodes share, or else made once in {@code <home>/secrets/key}. What it
 * seals is worth nothing to whoever reads the database alone. A sealed secret opens for the person it was sealed for only.
 */
@Component
public class FactorKey {
    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    FactorKey(CrmSettings settings) {
        String given = settings.key();
        if (!given.isBlank() && given.strip().length() < SHORTEST) {
            throw new StartFailure("CRM_KEY 太短：至少 32 个字符。", "CRM_KEY is too short: it has 32 characters or more.");
        }
        String text = given.isBlank() ? new Secrets(settings.home()).get("key") : given.strip();
        this.key = text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] seal(byte[] secret, long tenant, UUID person) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, tenant, person).doFinal(secret);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 422 {@code secondFactorUnreadable} when it was sealed with another key, as after a restore without the secrets. */
    byte[] open(byte[] sealed, long tenant, UUID person) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, tenant, person).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw Refusal.of(422, "secondFactorUnreadable");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long tenant, UUID person) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var aes = new SecretKeySpec(digest("seal", ""), "AES");
        cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant + "/" + person).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** What only this installation can make of the text; another purpose gives another digest. */
    public byte[] digest(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
