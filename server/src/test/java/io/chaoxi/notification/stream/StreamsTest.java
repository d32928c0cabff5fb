package io.chaoxi.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class StreamsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String END = "end of stream";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    SignalWire wire;

    @LocalServerPort
    int port;

    Firm firm;
    SignedIn rep;
    final List<Reading> open = new ArrayList<>();

    /** A page that reads its stream; lines come in as they are sent. */
    private static final class Reading {
        final int status;
        final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Stream<String> stream;

        Reading(HttpResponse<Stream<String>> response) {
            status = response.statusCode();
            stream = response.body();
            Thread.ofVirtual().start(() -> {
                try {
                    stream.forEach(lines::add);
                } catch (RuntimeException closed) {
                    lines.add(closed.getClass().getSimpleName());
                } finally {
                    lines.add(END);
                }
            });
        }

        /** The data of the next event of this name that tells of the id; null when there is none within the time. */
        String data(String event, String id, Duration time) throws InterruptedException {
            long until = System.nanoTime() + time.toNanos();
            boolean named = false;
            while (true) {
                String line = lines.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) return null;
                if (line.startsWith("event:")) named = line.equals("event:" + event);
                if (named && line.startsWith("data:") && line.contains(id)) return line.substring(5);
            }
        }

        boolean endsWithin(Duration time) throws InterruptedException {
            long until = System.nanoTime() + time.toNanos();
            while (true) {
                String line = lines.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (line == null) return false;
                if (line.equals(END)) return true;
            }
        }
    }

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
    }

    @AfterEach
    void close() {
        open.forEach(reading -> reading.stream.close());
    }

    private Reading read(String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .header(header, value)
                .build();
        var reading = new Reading(CLIENT.send(request, HttpResponse.BodyHandlers.ofLines()));
        open.add(reading);
        return reading;
    }

    private Reading read(String session) throws Exception {
        return read("Cookie", "CHAOXI_SESSION=" + session);
    }

    /** A further session of the person, of which the secret is known. */
    private String session(SignedIn person) {
        var sessions = application.getBean(io.chaoxi.identity.signin.Sessions.class);
        return sessions.open(person.actor(), new io.chaoxi.identity.signin.Origin("127.0.0.1", "test"))
                .secret();
    }

    @Test
    void onlyWhoReachesARecordIsToldThatItChanged() throws Exception {
        var reps = read(session(rep));
        var inbox = read(session(rep));
        var others = read(session(firm.person("rep")));
        var admins = read(session(firm.administrator()));
        var strangers = read(session(Firm.found(application).administrator()));
        UUID customer = firm.record("customer", Map.of("name", "潮汐科技", "owner", rep.id()));
        assertThat(reps.data("changed", customer.toString(), Duration.ofSeconds(10)))
                .contains("\"object\":\"customer\"");
        assertThat(admins.data("changed", customer.toString(), Duration.ofSeconds(10)))
                .isNotNull();
        assertThat(inbox.data("notification", "", Duration.ofSeconds(10))).isNotNull();
        assertThat(others.data("changed", customer.toString(), Duration.ofSeconds(1)))
                .isNull();
        assertThat(strangers.data("changed", customer.toString(), Duration.ofMillis(100)))
                .isNull();
    }

    @Test
    void aJobIsToldToItsMaker() throws Exception {
        var admins = read(session(firm.administrator()));
        var reps = read(session(rep));
        UUID customer = firm.record("customer", Map.of("name", "一家"));
        firm.administrator()
                .http()
                .post("/api/v1/customers/bulk", Map.of("ids", List.of(customer), "patch", Map.of("shortName", "一")));
        assertThat(admins.data("job", "\"state\":\"done\"", Duration.ofSeconds(20)))
                .contains("\"kind\":\"bulk\"");
        assertThat(reps.data("job", "", Duration.ofMillis(200))).isNull();
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        String secret = session(rep);
        var ended = read(secret);
        var stays = read(session(rep));
        Http.visitor(application).inSession(secret).delete("/api/v1/session");
        assertThat(ended.endsWithin(Duration.ofSeconds(5))).isTrue();
        assertThat(stays.endsWithin(Duration.ofMillis(500))).isFalse();
        assertThat(read(secret).status).isEqualTo(401);
    }

    @Test
    void aLockedPersonsStreamsEnd() throws Exception {
        var reading = read(session(rep));
        var locked = firm.administrator().http().post("/api/v1/people/" + rep.id() + "/lock", Map.of());
        assertThat(locked.status()).isBetween(200, 204);
        assertThat(reading.endsWithin(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void whoseRightsChangeIsToldAndHearsNoMoreOfWhatHeLost() throws Exception {
        var reading = read(session(rep));
        TimeUnit.MILLISECONDS.sleep(2_500);
        var admin = firm.administrator().http();
        String role = "/api/v1/roles/" + firm.role("rep");
        var now = admin.get(role).json();
        var permissions = now.path("permissions")
                .valueStream()
                .map(permission -> permission.asString())
                .filter(permission -> !permission.startsWith("customer."))
                .toList();
        var changed = admin.patch(role, now.path("version").asLong(), Map.of("permissions", permissions));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(reading.data("session", "rights", Duration.ofSeconds(6))).isNotNull();
        firm.record("customer", Map.of("name", "看不到了", "owner", rep.id()));
        assertThat(reading.data("changed", "customer", Duration.ofSeconds(2))).isNull();
    }

    @Test
    void whoLacksTheSecondFactorOfHisRoleIsToldAndHearsNoMore() throws Exception {
        var reps = read(session(rep));
        var scopes = Map.of("name", "程序", "scopes", List.of("customer.read"));
        var token = rep.http().post("/api/v1/tokens", scopes).json().path("token");
        var program = read("Authorization", "Bearer " + token.asString());
        TimeUnit.MILLISECONDS.sleep(2_500);
        demand("rep");
        assertThat(reps.data("session", "rights", Duration.ofSeconds(6))).isNotNull();
        assertThat(reps.endsWithin(Duration.ofSeconds(2))).isTrue();
        assertThat(program.endsWithin(Duration.ofMillis(500)))
                .as("programs are not asked")
                .isFalse();
    }

    @Test
    void whoTakesTheSecondFactorOfHisRoleAwayHearsNoMore() throws Exception {
        String secret = session(firm.administrator());
        Http admin = Http.visitor(application).inSession(secret);
        var phone = Authenticator.of(admin);
        demand("administrator");
        var reading = read(secret);
        assertThat(reading.status).isEqualTo(200);
        assertThat(reading.endsWithin(Duration.ofSeconds(5))).as("he has one").isFalse();
        var removal = Map.of("password", Firm.PASSWORD, "code", phone.recoveryCode());
        assertThat(admin.post("/api/v1/session/factor/removal", removal).status())
                .isEqualTo(204);
        assertThat(reading.endsWithin(Duration.ofSeconds(6))).isTrue();
    }

    private void demand(String role) {
        String path = "/api/v1/roles/" + firm.role(role);
        Http admin = firm.signIn(firm.administrator().id(), firm.administrator().login())
                .http();
        long version = admin.get(path).json().path("version").asLong();
        var changed = admin.patch(path, version, Map.of("secondFactor", true));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    @Test
    void theOldestOfFivePagesGivesWayToASixthAndComesBackLater() throws Exception {
        String secret = session(rep);
        for (int i = 0; i < Streams.MOST_OF_PERSON; i++)
            assertThat(read(secret).status).isEqualTo(200);
        var oldest = open.getFirst();
        var sixth = read(secret);
        assertThat(sixth.status).isEqualTo(200);
        var last = new ArrayList<String>();
        for (String line = ""; line != null && !line.equals(END); line = oldest.lines.poll(5, TimeUnit.SECONDS)) {
            last.add(line);
        }
        assertThat(last.stream()
                        .filter(line -> line.startsWith("retry:"))
                        .toList()
                        .getLast())
                .isEqualTo("retry:60000");
        UUID customer = firm.record("customer", Map.of("name", "第六页也听到", "owner", rep.id()));
        assertThat(sixth.data("changed", customer.toString(), Duration.ofSeconds(10)))
                .isNotNull();
        assertThat(open.get(1).data("changed", customer.toString(), Duration.ofSeconds(10)))
                .isNotNull();
    }

    @Test
    void strangersHaveNoStreams() throws Exception {
        assertThat(read("Accept", "text/event-stream").status).isEqualTo(401);
        assertThat(read("Authorization", "Bearer cx_nobody").status).isEqualTo(401);
    }

    @Test
    void aLostConnectionToTheDatabaseIsReplaced() throws Exception {
        var reading = read(session(rep));
        database.arrange("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and application_name = 'chaoxi-signals'");
        assertThat(reading.endsWithin(Duration.ofSeconds(10))).isTrue();
        var again = read(session(rep));
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!wire.listening() && System.nanoTime() < until) Thread.onSpinWait();
        UUID customer = firm.record("customer", Map.of("name", "又听到了", "owner", rep.id()));
        assertThat(again.data("changed", customer.toString(), Duration.ofSeconds(10)))
                .isNotNull();
    }
}
