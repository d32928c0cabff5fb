package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoxi.testing.Http;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * G19: behind a balancer that honours {@code /health/ready} the nodes are restarted one after the other while people write
 * and listen: no request fails, no page has to be opened anew, and what a node has begun it ends. One restart;
 * {@code -Dsafety.restarts=6} for the full figure.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RollingRestartTest {
    /** The goal holds for the whole run; beside the other tests a node may say that it has no time. */
    private static final boolean WHOLE = Counts.of("restarts", 1) > 1;

    private static final int WRITERS = WHOLE ? 8 : 3;
    private static final int PAGES = 4;
    private static final int DRAIN_SECONDS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Test
    void aRollingRestartFailsNoRequest() throws Exception {
        assumeTrue(Balancer.installed(), "HAProxy is missing: apt-get install haproxy");
        int restarts = Counts.of("restarts", 1);
        try (var nodes = new TwoNodes("rolling", Map.of("CRM_DRAIN", DRAIN_SECONDS + "s"));
                var balancer = new Balancer(nodes)) {
            Http http = ProgramProcess.signIn(balancer.port());
            try (var writers = new Writers(WRITERS, () -> http);
                    var pages = new OpenPages(PAGES, http, balancer.port())) {
                pages.awaitOpen();
                LockSupport.parkNanos(PAUSE.toNanos());
                for (int restart = 0; restart < restarts; restart++) {
                    String name = restart % 2 == 0 ? "a" : "b";
                    restart(nodes.named(name));
                    balancer.awaitUp(name);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                writers.close();
                check(writers, pages, restarts);
            }
        }
    }

    private static void restart(ProgramProcess node) throws Exception {
        Http direct = node.signIn();
        try (var slow = new SlowRequest(node.port(), direct.headers().get("Cookie"))) {
            var stop = CompletableFuture.runAsync(node::stop);
            LockSupport.parkNanos(Duration.ofSeconds(DRAIN_SECONDS + 1).toNanos());
            assertThat(slow.answer()).as("a request that was begun before").contains(" 201");
            stop.join();
        }
        node.start();
    }

    private static void check(Writers writers, OpenPages pages, int restarts) {
        var sent = writers.sent();
        var failed = sent.stream()
                .filter(one -> !one.acknowledged())
                .filter(one -> WHOLE || !one.saysWhy() || one.code().isEmpty())
                .toList();
        double longest = sent.stream().mapToDouble(Writers.Sent::seconds).max().orElseThrow();
        System.out.printf(
                "rolling restart: %d restarts behind HAProxy, %d requests, %d failed, longest %.1f s; %d open pages connected %d times, refused %d times%n",
                restarts, sent.size(), failed.size(), longest, pages.size(), pages.opened(), pages.refused());
        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(failed).isEmpty();
        assertThat(pages.opened())
                .as("some were connected to the node that stopped")
                .isGreaterThan(pages.size());
        assertThat(pages.refused()).isZero();
    }

    /** A change whose second half comes when the node stops already. */
    private record SlowRequest(Socket socket, String rest) implements AutoCloseable {
        SlowRequest(int port, String cookie) throws IOException {
            this(new Socket("localhost", port), " 慢慢来 %d\"}".formatted(System.nanoTime()));
            String body = "{\"name\":\"断库公司" + rest;
            var head = List.of(
                    "POST /api/v1/customers HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Cookie: " + cookie,
                    "X-XSRF-TOKEN: of-the-test",
                    "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
                    "",
                    body.substring(0, body.length() - rest.length()));
            send(String.join("\r\n", head));
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        String answer() throws IOException {
            send(rest);
            var line = new StringBuilder();
            for (int read = socket.getInputStream().read();
                    read > 0 && read != '\r';
                    read = socket.getInputStream().read()) line.append((char) read);
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
