package io.chaoxi.privacy;

import java.util.Arrays;
import java.util.List;

/** Why somebody is erased: the cases of article 47 of the Personal Information Protection Law (个人信息保护法). */
enum Reason {
    PURPOSE_ACHIEVED("purposeAchieved"),
    RETENTION_EXPIRED("retentionExpired"),
    CONSENT_WITHDRAWN("consentWithdrawn"),
    UNLAWFUL("unlawful"),
    OTHER_LAW("otherLaw");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Reason::word).toList();
    }
}
