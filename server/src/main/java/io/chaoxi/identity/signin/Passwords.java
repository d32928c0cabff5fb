package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import java.util.Locale;
import java.util.Set;

/** Which passwords are accepted: long enough, not the login, not one of those that everybody tries first. */
public final class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** Common ones of at least ten characters; shorter ones are refused anyway. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "12345678910",
            "123456789a",
            "a123456789",
            "1234567890a",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "q1w2e3r4t5",
            "qwertyuiop",
            "asdfghjkl;",
            "qwerty12345",
            "qwerty123456",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "admin12345",
            "admin123456",
            "administrator",
            "iloveyou123",
            "woaini1314",
            "woaini520520",
            "5201314520",
            "welcome123",
            "letmein1234",
            "changeme123",
            "abcdefghij",
            "abcd123456",
            "abc1234567",
            "1111111111",
            "0000000000",
            "8888888888",
            "6666666666",
            "1122334455",
            "1234512345",
            "qazwsxedcrfv",
            "zxcvbnm123",
            "chaoxi12345");

    private Passwords() {}

    /** Refuses with the field's name and the rule that the password breaks. */
    public static void check(String field, String password, String login) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) throw Refusal.field(field, "passwordTooShort");
        if (password.length() > LONGEST) throw Refusal.field(field, "passwordTooLong");
        if (!login.isEmpty() && (lower.equals(login) || lower.replace(login, "").length() < SHORTEST / 2)) {
            throw Refusal.field(field, "passwordIsLogin");
        }
        boolean monotone = lower.codePoints().distinct().count() < 3;
        if (monotone || COMMON.contains(lower)) throw Refusal.field(field, "passwordCommon");
    }
}
