package io.chaoxi.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * E-mail addresses in the form in which they are stored and compared: half width, lower case throughout. Lower case
 * before the @ too, although a mail server may tell cases apart: none of our customers' does, duplicates abound. A star
 * marks a masked address and is refused.
 */
public final class Emails {
    private static final Pattern LOCAL = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}!#$%&'+/=?^_`{|}~-]+" + "(\\.[\\p{L}\\p{M}\\p{N}!#$%&'+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private Emails() {}

    /** Refusals: emailTooLong (254 characters, 64 before the @), emailMalformed. Quoted local parts are refused. */
    public static Checked<String> normalise(String raw) {
        if (raw.length() > 600) {
            return Checked.refused("emailTooLong");
        }
        String address =
                Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at > 64 || address.length() > 254) {
            return Checked.refused("emailTooLong");
        }
        boolean wellFormed = at > 0
                && LOCAL.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(Websites.asciiHost(address.substring(at + 1))).matches();
        return wellFormed ? Checked.accepted(address) : Checked.refused("emailMalformed");
    }
}
