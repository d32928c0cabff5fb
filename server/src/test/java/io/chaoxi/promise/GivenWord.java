package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.housekeeping.FirmRounds;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A rep with a customer, and what he promised it. */
@ApplicationTest
abstract class GivenWord {
    static final String PROMISES = "/api/v1/promises";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    final LocalDate today = LocalDate.now(ZONE);

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    UUID customer;

    @BeforeEach
    void aCustomerOfARep() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
        customer = firm.record("customer", Map.of("name", "苏州恒锐精密机械有限公司", "owner", rep.id()));
    }

    Http.Answer post(Http by, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("subject", "周五前寄两件样品", "dueOn", day(3)));
        if (!more.containsKey("lead") && !more.containsKey("contact")) body.put("customer", customer);
        body.putAll(more);
        return by.post(PROMISES, body);
    }

    JsonNode promise(SignedIn by, Map<String, Object> more) {
        var answer = post(by.http(), more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    String day(int ahead) {
        return today.plusDays(ahead).toString();
    }

    static String id(JsonNode row) {
        return row.path("id").asString();
    }

    /** As if it had been promised for some days before, and nobody looked since. */
    void letPass(JsonNode promise, int days) {
        var due = today.minusDays(days);
        firm.administrator()
                .as(() -> inTransaction(() -> application
                        .getBean(DSLContext.class)
                        .update(PROMISE)
                        .set(PROMISE.DUE_ON, due)
                        .set(PROMISE.FIRST_DUE_ON, due)
                        .set(
                                PROMISE.DUE_AT,
                                due.plusDays(1).atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC))
                        .set(
                                PROMISE.CREATED_AT,
                                due.minusDays(5).atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC))
                        .where(PROMISE.ID.eq(UUID.fromString(id(promise))))
                        .execute()));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    /** As if it were so much later. */
    PromiseRound.Done roundAfter(Duration ahead) {
        var clock = Clock.offset(Clock.systemUTC(), ahead);
        var database = application.getBean(DSLContext.class);
        var history = application.getBean(HistorySql.class);
        var sql = new PromiseSql(database, history, clock);
        var round = new PromiseRound(
                sql,
                new Breaking(sql, history, clock, application),
                application.getBean(FirmRounds.class),
                application.getBean(PlatformTransactionManager.class),
                application);
        return firm.administrator().as(round::run);
    }

    /** One of the rep's whose time passed so many days ago. */
    JsonNode broken(int days) {
        var made = promise(rep, Map.of());
        letPass(made, days);
        assertThat(roundAfter(Duration.ZERO).broken()).isEqualTo(1);
        return get(rep.http(), PROMISES + "/" + id(made));
    }

    static Http.Answer act(Http by, JsonNode promise, String verb, Object body) {
        return by.with("If-Match", "\"" + promise.path("version").asLong() + "\"")
                .post(PROMISES + "/" + id(promise) + "/" + verb, body);
    }

    static JsonNode did(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** What each act is sent. */
    Map<String, Map<String, Object>> bodies() {
        return Map.of(
                "keep", Map.of("proof", "已签收"),
                "release", Map.of("reason", "不要了"),
                "postpone", Map.of("dueOn", day(9), "reason", "缺料"),
                "reopen", Map.of(),
                "strike", Map.of("reason", "记错了"),
                "apologize", Map.of("said", "道了歉", "offered", "运费我们出"));
    }

    JsonNode kept(SignedIn by, JsonNode promise) {
        return did(act(by.http(), promise, "keep", Map.of("proof", "已签收")));
    }

    /** The field that is refused and why. */
    static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    static JsonNode get(Http by, String path) {
        return did(by.get(path));
    }

    List<JsonNode> list(SignedIn by, String filter) {
        return get(by.http(), PROMISES + "?filter=" + filter)
                .path("items")
                .valueStream()
                .toList();
    }

    static List<String> subjects(JsonNode rows) {
        return rows.valueStream().map(row -> row.path("subject").asString()).toList();
    }

    static String status(JsonNode promise) {
        return promise.at("/status/id").asString();
    }
}
