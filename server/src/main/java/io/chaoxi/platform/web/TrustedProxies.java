package io.chaoxi.platform.web;

import io.chaoxi.platform.database.StartFailure;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies in front of the program, whose word is taken for where a request comes from. Nobody else's is: anybody can
 * write such a header.
 */
final class TrustedProxies {
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /** A network in CIDR notation: the bits that its addresses begin with. */
    private record Network(InetAddress begin, int bits) {
        boolean holds(InetAddress other) {
            byte[] own = begin.getAddress();
            byte[] bytes = other.getAddress();
            if (bytes.length != own.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 128 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (own[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    /**
     * Reads networks such as {@code 10.0.0.0/8}, single addresses and {@code loopback}, parted by commas; blank for none.
     * Fails at what is none of these.
     */
    static TrustedProxies of(String setting) {
        return new TrustedProxies(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .flatMap(word -> word.equals("loopback") ? LOOPBACK.stream() : Stream.of(word))
                .map(TrustedProxies::network)
                .toList());
    }

    private static Network network(String word) {
        String[] parts = word.split("/", -1);
        InetAddress begin = address(parts[0]).orElseThrow(() -> failure(word));
        int longest = begin.getAddress().length * 8;
        if (parts.length == 1) return new Network(begin, longest);
        boolean plain = parts.length == 2 && parts[1].matches("\\d{1,3}");
        if (!plain || Integer.parseInt(parts[1]) > longest) throw failure(word);
        return new Network(begin, Integer.parseInt(parts[1]));
    }

    private static StartFailure failure(String word) {
        return new StartFailure(
                "CRM_TRUSTED_PROXIES 读不懂「%s」：写网段，如 10.0.0.0/8，或 loopback，用逗号隔开。".formatted(word),
                "CRM_TRUSTED_PROXIES has “%s”: networks such as 10.0.0.0/8, or loopback, parted by commas."
                        .formatted(word));
    }

    boolean trusts(String address) {
        return !networks.isEmpty() && address(address).filter(this::trusts).isPresent();
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /**
     * Who asked a trusted proxy: the last of the addresses that is not a trusted proxy itself, for what stands before it
     * the visitor may have written. Unreadable ones end the search at the proxy that passed them on.
     *
     * @param proxy the one that the request came from
     * @param forwarded the addresses that the proxies added, the nearest last
     */
    String client(String proxy, String forwarded) {
        List<String> hops = new ArrayList<>(Arrays.asList(forwarded.split(",")));
        Collections.reverse(hops);
        String client = proxy;
        for (String hop : hops) {
            var address = address(withoutPort(hop.strip()));
            if (address.isEmpty()) return client;
            client = address.get().getHostAddress();
            if (!trusts(address.get())) return client;
        }
        return client;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) return hop.substring(1).replaceAll("].*$", "");
        return hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceAll(":.*$", "") : hop;
    }

    /** Of a literal only: a name is never looked up. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
