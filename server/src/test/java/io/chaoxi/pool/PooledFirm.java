package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A firm with a pool for Shanghai, whose member is one rep and not the other; both see the default pool. What holds of
 * customers holds of leads: their tests are these with another {@link #object}.
 */
@ApplicationTest
abstract class PooledFirm {
    static final String POOLS = "/api/v1/pools";
    static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn member;
    SignedIn other;
    UUID shanghai;
    UUID standard;

    String object() {
        return "customer";
    }

    final String list() {
        return "/api/v1/" + object() + "s";
    }

    /** So many of them, as a sentence says it. */
    final String counted(int n) {
        return object().equals("lead") ? n + " 条线索" : n + " 家客户";
    }

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        member = firm.person("rep");
        other = firm.person("rep");
        standard = UUID.fromString(items(admin.get(POOLS + "?filter=object==" + object()))
                .getFirst()
                .path("id")
                .asString());
        shanghai = pool(Map.of("name", "上海公海", "condition", "region==310000", "position", 1));
        terms(shanghai, Map.of("members", List.of(who(member)), "fields", List.of("industry"), "grades", Map.of()));
    }

    static Map<String, String> who(SignedIn person) {
        return Map.of("object", "person", "id", person.id().toString());
    }

    static List<JsonNode> items(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    UUID pool(Map<String, Object> given) {
        var fields = new HashMap<String, Object>(given);
        fields.putIfAbsent("object", object());
        var answer = admin.post(POOLS, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asString());
    }

    void terms(UUID pool, Map<String, Object> terms) {
        long version = admin.get(POOLS + "/" + pool).json().path("version").asLong();
        var answer = admin.with("If-Match", "\"" + version + "\"").put(POOLS + "/" + pool + "/terms", terms);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        application.getBean(StoredActors.class).forgetAll();
    }

    void change(UUID pool, Map<String, Object> fields) {
        long version = admin.get(POOLS + "/" + pool).json().path("version").asLong();
        var answer = admin.patch(POOLS + "/" + pool, version, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** A record without an owner. */
    UUID ownerless(String name, String region) {
        var values = new HashMap<String, Object>(Map.of("name", name, "region", region));
        values.put("owner", null);
        return firm.record(object(), values);
    }

    UUID owned(String name, String region, SignedIn owner) {
        return firm.record(object(), new HashMap<>(Map.of("name", name, "region", region, "owner", owner.id())));
    }

    JsonNode seen(UUID id) {
        return admin.get(list() + "/" + id).json();
    }

    UUID poolOf(UUID id) {
        JsonNode pool = seen(id).path("pool");
        return pool.isNull() || pool.isMissingNode()
                ? null
                : UUID.fromString(pool.path("id").asString());
    }

    Http.Answer claim(SignedIn person, UUID id) {
        return person.http().post(list() + "/" + id + "/claim", Map.of());
    }

    Http.Answer release(SignedIn person, UUID id) {
        return person.http().post(list() + "/" + id + "/release", Map.of("reason", "近期无计划"));
    }

    /** The job once it has ended. */
    static JsonNode ended(SignedIn person, Http.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String job = started.json().path("id").asString();
        for (int i = 0; ; i++) {
            var state = person.http().get("/api/v1/jobs/" + job).json();
            if (!List.of("queued", "running").contains(state.path("state").asString())) return state;
            assertThat(i).isLessThan(3_000);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Until no job of the administrator's is open. */
    void settled() {
        for (int i = 0; !items(admin.get("/api/v1/jobs?open=true")).isEmpty(); i++) {
            assertThat(i).isLessThan(3_000);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
