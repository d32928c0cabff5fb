package io.chaoxi.platform.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Web addresses that may be shown as a link: http and https only, so that no script address ever becomes clickable;
 * no user name inside, for that disguises the true host.
 */
public final class Websites {
    private static final int LONGEST = 2_000;
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(?!\\d)(//)?.*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{1,63}");

    private Websites() {}

    /**
     * Of several addresses in a row the first counts. Adds https:// where no scheme is written; lower-cases scheme and host, drops a lone slash at the end.
     * Refusals: websiteTooLong, websiteScheme, websiteMalformed.
     */
    public static Checked<String> normalise(String raw) {
        String address = Normalizer.normalize(raw.length() > LONGEST ? "" : raw, Normalizer.Form.NFKC)
                .strip()
                .split("[、\\s]|[,;](?=\\s*(www\\.|https?:))", 2)[0];
        if (raw.length() > LONGEST || address.length() > LONGEST) {
            return Checked.refused("websiteTooLong");
        }
        var scheme = SCHEME.matcher(address);
        if (!scheme.matches()) {
            return parse("https", address.startsWith("//") ? address.substring(2) : address);
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https")) {
            return Checked.refused("websiteScheme");
        }
        return scheme.group(2) == null
                ? Checked.refused("websiteMalformed")
                : parse(name, address.substring(name.length() + 3));
    }

    private static Checked<String> parse(String scheme, String afterScheme) {
        String[] split = afterScheme.split("(?=[/?#])", 2);
        String[] hostAndPort = split[0].split(":", 2);
        String host = asciiHost(hostAndPort[0].toLowerCase(Locale.ROOT));
        String port = hostAndPort.length > 1 ? ":" + hostAndPort[1] : "";
        String rest = split.length > 1 && !split[1].equals("/") ? split[1] : "";
        if (!HOST.matcher(host).matches() || !port.matches("|:\\d{1,5}")) {
            return Checked.refused("websiteMalformed");
        }
        try {
            return Checked.accepted(new URI(scheme + "://" + host + port + rest).toString());
        } catch (URISyntaxException malformed) {
            return Checked.refused("websiteMalformed");
        }
    }

    /** The host in letters that name servers know (例子.中国 is xn--…), or the text itself when it is no host. */
    static String asciiHost(String host) {
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return host;
        }
    }
}
