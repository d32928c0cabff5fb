package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that somebody signs in with: one in the installation, case and width do not matter. */
public final class Logins {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,99}");

    private Logins() {}

    /** The form that is stored and compared. */
    public static String normal(String login) {
        String head = login.length() > 200 ? login.substring(0, 200) : login;
        return Normalizer.normalize(head, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    public static void check(String login) {
        if (!FORM.matcher(normal(login)).matches()) throw Refusal.field("login", "loginMalformed");
    }
}
