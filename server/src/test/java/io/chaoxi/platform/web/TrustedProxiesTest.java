package io.chaoxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.database.StartFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Only the proxies that are set say where a request comes from. */
class TrustedProxiesTest {
    /** What stands behind the filter sees of a request. */
    private static HttpServletRequest seen(String proxies, String from, String forwardedFor, String proto) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        if (forwardedFor != null) request.addHeader("X-Forwarded-For", forwardedFor);
        if (proto != null) request.addHeader("X-Forwarded-Proto", proto);
        var seen = new AtomicReference<HttpServletRequest>();
        try {
            new ProxyFilter(new WebSettings(false, 0, proxies, Duration.ZERO))
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain() {
                        @Override
                        public void doFilter(
                                jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
                            seen.set((HttpServletRequest) asked);
                        }
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return seen.get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loopback    | 127.0.0.1 | 203.0.113.7                        | 203.0.113.7",
                "loopback    | 0:0:0:0:0:0:0:1 | 203.0.113.7                  | 203.0.113.7",
                "loopback    | 127.0.0.1 | 2001:db8::7                        | 2001:db8:0:0:0:0:0:7",
                "loopback    | 127.0.0.1 | [2001:db8::7]:443                  | 2001:db8:0:0:0:0:0:7",
                "loopback    | 127.0.0.1 | 203.0.113.7:1234                   | 203.0.113.7",
                "loopback    | 127.0.0.1 | 1.2.3.4, 203.0.113.7               | 203.0.113.7",
                "10.0.0.0/8  | 10.1.2.3  | 1.2.3.4, 203.0.113.7, 10.9.9.9     | 203.0.113.7",
                "10.0.0.0/8  | 10.1.2.3  | 10.7.7.7, 10.9.9.9                 | 10.7.7.7",
                "10.1.2.3    | 10.1.2.3  | 203.0.113.7                        | 203.0.113.7",
                "loopback    | 127.0.0.1 | unknown                            | 127.0.0.1",
                "loopback    | 127.0.0.1 | 203.0.113.7, localhost             | 127.0.0.1",
            })
    void aTrustedProxySaysWhoAskedIt(String proxies, String from, String forwarded, String client) {
        assertThat(seen(proxies, from, forwarded, null).getRemoteAddr()).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/8", "loopback", "192.168.0.0/16, 198.51.100.2"})
    void aStrangerIsWhereHeIs(String proxies) {
        var request = seen(proxies, "198.51.100.9", "127.0.0.1", "https");
        assertThat(request.getRemoteAddr()).isEqualTo("198.51.100.9");
        assertThat(request.isSecure()).isFalse();
    }

    @Test
    void withoutTheSettingLoopbackIsNoProxyEither() {
        assertThat(seen("", "127.0.0.1", "203.0.113.7", "https").getRemoteAddr())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theConnectionOfTheVisitorDecidesWhetherItIsSecure() {
        assertThat(seen("loopback", "127.0.0.1", "203.0.113.7", "https").isSecure())
                .isTrue();
        assertThat(seen("loopback", "127.0.0.1", "203.0.113.7", "http").isSecure())
                .isFalse();
        assertThat(seen("loopback", "127.0.0.1", null, null).isSecure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "localhost", "10.0.0.0/8/8", "10.0.0.0/-1", "::1/129"})
    void aSettingThatIsNoNetworkStopsTheStart(String setting) {
        assertThatThrownBy(() -> TrustedProxies.of(setting)).isInstanceOf(StartFailure.class);
    }
}
