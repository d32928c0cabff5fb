package io.chaoxi.webform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.chaoxi.platform.web.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How much one address may ask and send, and how much one form takes. Addresses are kept in memory for minutes only. */
@Component
class FormRates {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 100_000;
    private static final int BYTES_OF_NETWORK = 8;
    private static final int BYTES_OF_IPV4 = 4;

    private final FormSettings settings;
    private final Ticker ticker;
    private final Cache<String, Bucket> pages;
    private final Cache<String, Bucket> sends;
    private final Cache<String, Bucket> forms;

    @Autowired
    FormRates(FormSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    FormRates(FormSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.pages = cache(ticker);
        this.sends = cache(ticker);
        this.forms = cache(ticker);
    }

    private static Cache<String, Bucket> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterAccess(KEPT)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /** 0 when a page may be asked for, otherwise the seconds after which to come back. */
    long page(String address) {
        return take(pages, network(address), settings.pagesPerMinute(), settings.pagesBurst());
    }

    /** The same for a form that is sent. */
    long send(String address, String form) {
        long wait = take(sends, network(address), settings.sendsPerMinute(), settings.sendsBurst());
        return wait > 0 ? wait : take(forms, form, settings.formPerMinute(), settings.formBurst());
    }

    private long take(Cache<String, Bucket> buckets, String whose, int perMinute, int burst) {
        if (perMinute <= 0) return 0;
        long now = ticker.read();
        return buckets.get(whose, one -> new Bucket(perMinute, burst, now)).take(now);
    }

    /** Whoever has an IPv6 address has all of its network. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == BYTES_OF_IPV4 ? address : HexFormat.of().formatHex(bytes, 0, BYTES_OF_NETWORK);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
