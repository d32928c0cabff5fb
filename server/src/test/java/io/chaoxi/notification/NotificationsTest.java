package io.chaoxi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.exchange.ExportedMuch;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class NotificationsTest {
    private static final long PATIENCE = 15_000;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    Undelivered undelivered;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Firm firm;
    SignedIn rep;
    SignedIn colleague;
    UUID customer;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        colleague = firm.person("manager");
        customer = firm.record("customer", Map.of("name", "潮汐科技", "owner", rep.id()));
        await(() -> unread(rep) == 1);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static int unread(SignedIn person) {
        return person.http()
                .get("/api/v1/notifications/count")
                .json()
                .path("unread")
                .asInt();
    }

    private static JsonNode newest(SignedIn person) {
        return person.http().get("/api/v1/notifications").json().path("items").get(0);
    }

    private void mention(SignedIn by, SignedIn... people) {
        var text = new StringBuilder("请看");
        for (SignedIn person : people)
            text.append("@[某人](person:").append(person.id()).append(')');
        var answer = by.http().post("/api/v1/customers/" + customer + "/comments", Map.of("text", text.toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void whoIsMadeTheOwnerByAnotherIsTold() {
        var told = newest(rep);
        assertThat(told.path("kind").asString()).isEqualTo("assigned");
        assertThat(told.path("title").asString()).contains("王管理", "潮汐科技");
        assertThat(told.path("link").asString()).isEqualTo("/customers/" + customer);
        firm.administrator()
                .http()
                .post(
                        "/api/v1/customers/" + customer + "/assign",
                        Map.of("owner", colleague.id().toString()));
        await(() -> unread(colleague) == 1);
        assertThat(unread(rep)).isEqualTo(1);
    }

    @Test
    void whatOneMakesForHimselfIsNoNews() {
        rep.http().post("/api/v1/customers", Map.of("name", "我自己的"));
        rep.http().patch("/api/v1/customers/" + customer, 1, Map.of("shortName", "潮汐"));
        mention(firm.administrator(), rep);
        await(() -> unread(rep) == 2);
        assertThat(newest(rep).path("kind").asString()).isEqualTo("mentioned");
    }

    @Test
    void whoCannotReadTheRecordIsNotToldThatHeIsMentioned() {
        SignedIn stranger = firm.person("rep");
        mention(rep, stranger, firm.administrator(), rep);
        await(() -> unread(firm.administrator()) == 1);
        assertThat(newest(firm.administrator()).path("text").asString()).isEqualTo("潮汐科技");
        assertThat(unread(stranger)).isZero();
        assertThat(unread(rep)).isEqualTo(1);
        assertThat(stranger.http().get("/api/v1/customers/" + customer).status())
                .isEqualTo(404);
    }

    @Test
    void aJobTellsItsMakerThatItEndedAndTheOwnersWhatTheyGot() {
        var more = firm.record("customer", Map.of("name", "第二家"));
        var started = firm.administrator()
                .http()
                .post(
                        "/api/v1/customers/bulk",
                        Map.of(
                                "ids", List.of(customer.toString(), more.toString()),
                                "action", "assign",
                                "arguments", Map.of("owner", colleague.id().toString())));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        await(() -> unread(firm.administrator()) == 1 && unread(colleague) == 1);
        assertThat(newest(firm.administrator()).path("kind").asString()).isEqualTo("jobDone");
        assertThat(newest(firm.administrator()).path("link").asString()).isEqualTo("/jobs");
        assertThat(newest(firm.administrator()).path("title").asString()).isEqualTo("转移客户做完了");
        assertThat(newest(firm.administrator()).path("text").asString()).isEqualTo("做成 2");
        assertThat(newest(colleague).path("title").asString()).contains("2");
    }

    @Test
    void whoMayReadTheAccessLogIsToldThatSomebodyExportsMuch() {
        var alarm = new ExportedMuch(firm.tenant(), rep.id(), "customer", 150_000, 200_000, false);
        for (int delivery = 0; delivery < 2; delivery++) {
            rep.as(() -> transaction.executeWithoutResult(status -> events.publishEvent(alarm)));
        }
        await(() -> unread(firm.administrator()) == 1);
        assertThat(newest(firm.administrator()).path("kind").asString()).isEqualTo("exportAlarm");
        assertThat(newest(firm.administrator()).path("title").asString()).contains("150000");
        assertThat(unread(rep)).isEqualTo(1);
    }

    @Test
    void readOnesAreReadAndOnlyOnesOwn() {
        String id = newest(rep).path("id").asString();
        assertThat(colleague
                        .http()
                        .post("/api/v1/notifications/read", Map.of("ids", List.of(id)))
                        .status())
                .isEqualTo(204);
        assertThat(unread(rep)).isEqualTo(1);
        rep.http().post("/api/v1/notifications/read", Map.of("ids", List.of(id)));
        assertThat(unread(rep)).isZero();
        mention(firm.administrator(), rep);
        await(() -> unread(rep) == 1);
        assertThat(rep.http()
                        .post("/api/v1/notifications/read", Map.of("all", true))
                        .status())
                .isEqualTo(204);
        assertThat(unread(rep)).isZero();
        assertThat(rep.http()
                        .post("/api/v1/notifications/read", Map.of("ids", List.of("x")))
                        .status())
                .isEqualTo(422);
        assertThat(rep.http().get("/api/v1/notifications?after=x").status()).isEqualTo(400);
    }

    /** What a program killed after its commit leaves: an event in the table of which no listener knows any more. */
    @Test
    void whatAKillLeftUndeliveredIsDeliveredLaterAndOnce() throws SQLException {
        for (String status : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED")) {
            UUID comment = UUID.randomUUID();
            leave(status, comment);
            int before = unread(rep);
            await(() -> {
                undelivered.deliver();
                return unread(rep) == before + 1;
            });
            leave(status, comment);
            await(() -> {
                undelivered.deliver();
                return left(comment) == 0;
            });
            assertThat(unread(rep)).as(status).isEqualTo(before + 1);
        }
    }

    private void leave(String status, UUID comment) throws SQLException {
        String event = """
                {"tenant":%d,"comment":"%s","object":"customer","record":"%s","by":"%s","people":["%s"]}""".formatted(firm.tenant(), comment, customer, colleague.id(), rep.id());
        try (Connection connection = database.superuser().connect();
                var insert = connection.prepareStatement("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            status, completion_attempts, last_resubmission_date)
                        values (gen_random_uuid(), ?, ?, ?, now() - interval '5 minutes', ?, 0,
                            case when ? = 'RESUBMITTED' then now() - interval '5 minutes' end)""")) {
            insert.setString(1, MentionListener.class.getName() + ".on(io.chaoxi.conversation.PeopleMentioned)");
            insert.setString(2, "io.chaoxi.conversation.PeopleMentioned");
            insert.setString(3, event);
            insert.setString(4, status);
            insert.setString(5, status);
            insert.executeUpdate();
        }
    }

    private int left(UUID comment) {
        return database.count("event_publication where serialized_event like '%" + comment + "%'");
    }
}
