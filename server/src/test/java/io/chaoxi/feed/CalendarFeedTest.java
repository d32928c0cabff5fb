package io.chaoxi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A calendar program reads what somebody is to do; here one that is not ours. */
@ApplicationTest
class CalendarFeedTest {
    private static final String FEED = "/api/v1/calendar-feed";

    @Autowired
    ApplicationContext application;

    private Firm firm;
    private SignedIn rep;
    private Http program;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        program = Http.visitor(application);
    }

    private String subscribe() {
        var made = rep.http().post(FEED, null);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String address = made.json().path("address").asString();
        assertThat(address).matches("http.*/ical/[A-Za-z0-9_-]{43}\\.ics");
        return address.substring(address.indexOf("/ical/"));
    }

    private UUID task(String subject, LocalDate due, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("subject", subject, "dueOn", due, "owner", rep.id()));
        values.putAll(more);
        return firm.record("task", values);
    }

    private List<CalendarComponent> events(String path) throws IOException, ParserException {
        var answer = program.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        return new CalendarBuilder().build(new StringReader(answer.text())).getComponents(Component.VEVENT);
    }

    private static String value(CalendarComponent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void tasksStandOnTheirDayOrAtTheirTime() throws Exception {
        UUID customer = firm.record("customer", Map.of("name", "宁波模塑厂", "owner", rep.id()));
        UUID timed = task("回电话", today.plusDays(1), Map.of("dueTime", "15:00", "customer", customer, "goal", "问交期"));
        task("写报价", today.plusDays(2), Map.of());
        var events = events(subscribe());
        assertThat(events).extracting(event -> value(event, Property.SUMMARY)).containsExactly("回电话", "写报价");
        String day = today.plusDays(1).toString().replace("-", "");
        assertThat(value(events.getFirst(), Property.DTSTART)).isEqualTo(day + "T070000Z");
        assertThat(value(events.getFirst(), Property.UID)).isEqualTo(timed + "@chaoxi");
        assertThat(value(events.getFirst(), Property.DESCRIPTION)).isEqualTo("宁波模塑厂\n问交期");
        assertThat(value(events.getFirst(), Property.URL)).endsWith("/tasks/" + timed);
        var whole = events.getLast();
        assertThat(value(whole, Property.DTSTART))
                .isEqualTo(today.plusDays(2).toString().replace("-", ""));
        assertThat(value(whole, Property.DTEND))
                .isEqualTo(today.plusDays(3).toString().replace("-", ""));
    }

    private UUID visit(String goal, UUID customer, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("goal", goal, "customer", customer, "plannedOn", today.plusDays(1), "owner", rep.id()));
        values.putAll(more);
        return firm.record("visit", values);
    }

    @Test
    void visitsStandThereForAsLongAsTheyArePlanned() throws Exception {
        UUID customer = firm.record("customer", Map.of("name", "宁波模塑厂", "owner", rep.id()));
        UUID timed = visit("看模具", customer, Map.of("fromTime", "09:30", "toTime", "11:15"));
        visit("顺路看看", customer, Map.of("plannedOn", today.plusDays(2)));
        UUID off = visit("不去了", customer, Map.of());
        visit("别人去", customer, Map.of("owner", firm.administrator().id()));
        assertThat(rep.http()
                        .with("If-Match", "\"1\"")
                        .post("/api/v1/visits/" + off + "/cancel", Map.of("reason", "客户出差"))
                        .status())
                .isEqualTo(200);
        var events = events(subscribe());
        assertThat(events).extracting(event -> value(event, Property.SUMMARY)).containsExactly("看模具", "顺路看看");
        var first = events.getFirst();
        String day = today.plusDays(1).toString().replace("-", "");
        assertThat(value(first, Property.DTSTART)).isEqualTo(day + "T013000Z");
        assertThat(value(first, Property.DURATION)).isEqualTo("PT1H45M");
        assertThat(value(first, Property.DESCRIPTION)).isEqualTo("宁波模塑厂");
        assertThat(value(first, Property.URL)).endsWith("/visits/" + timed);
        assertThat(value(events.getLast(), Property.DTSTART))
                .isEqualTo(today.plusDays(2).toString().replace("-", ""));
    }

    @Test
    void onlyOnesOwnOpenTasksOfTheTimeAroundNowAreThere() throws Exception {
        task("远", today.plusDays(366), Map.of());
        task("久", today.minusDays(31), Map.of());
        task("近", today.minusDays(30), Map.of());
        task("别人的", today, Map.of("owner", firm.administrator().id()));
        String done = "/api/v1/tasks/" + task("做完的", today, Map.of());
        assertThat(rep.http()
                        .with("If-Match", "\"1\"")
                        .post(done + "/done", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(events(subscribe()))
                .extracting(event -> value(event, Property.SUMMARY))
                .containsExactly("近");
    }

    @Test
    void noTextBreaksOutOfItsLine() throws Exception {
        String goal = "一,二;三\\n\nEND:VEVENT\nBEGIN:VEVENT\r\nSUMMARY:假的" + "长𠮷".repeat(100);
        String subject = "逗号, 分号; 反斜线\\ " + "很长".repeat(60);
        task(subject, today, Map.of("goal", goal));
        String path = subscribe();
        var events = events(path);
        assertThat(events).hasSize(1);
        assertThat(value(events.getFirst(), Property.SUMMARY)).isEqualTo(subject);
        assertThat(value(events.getFirst(), Property.DESCRIPTION)).isEqualTo(goal.replace("\r\n", "\n"));
        for (String line : program.get(path).text().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }

    @Test
    void anAddressThatWasTakenBackIsLikeOneThatNeverWas() {
        String first = subscribe();
        String second = subscribe();
        assertThat(program.get(first).status()).isEqualTo(404);
        assertThat(program.get(second).status()).isEqualTo(200);
        assertThat(rep.http().get(FEED).json().path("since").isString()).isTrue();
        assertThat(rep.http().delete(FEED).status()).isEqualTo(204);
        assertThat(rep.http().delete(FEED).status()).isEqualTo(404);
        assertThat(rep.http().get(FEED).json().path("since").isNull()).isTrue();
        for (String path : List.of(second, "/ical/x.ics", "/ical/.ics", "/ical/" + "a".repeat(500) + ".ics")) {
            assertThat(program.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whoIsLockedHasNoCalendarAndWhoMayReadNoTasksAnEmptyOne() throws Exception {
        task("回电话", today, Map.of());
        String path = subscribe();
        assertThat(events(path)).hasSize(1);
        var admin = firm.administrator().http();
        var role =
                Map.of("name", "无任务", "permissions", List.of("customer.read"), "scopes", Map.of(), "fields", Map.of());
        String none = admin.post("/api/v1/roles", role).json().path("id").asString();
        long version =
                admin.get("/api/v1/people/" + rep.id()).json().path("version").asLong();
        assertThat(admin.patch("/api/v1/people/" + rep.id(), version, Map.of("roles", List.of(none)))
                        .status())
                .isEqualTo(200);
        assertThat(events(path)).isEmpty();
        assertThat(admin.post("/api/v1/people/" + rep.id() + "/lock", Map.of()).status())
                .isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws Exception {
        UUID task = task("回电话", today, Map.of());
        String path = subscribe();
        String tag = program.get(path).headers().firstValue("etag").orElseThrow();
        assertThat(program.with("If-None-Match", tag).get(path).status()).isEqualTo(304);
        assertThat(rep.http()
                        .patch("/api/v1/tasks/" + task, 1, Map.of("subject", "再打一次"))
                        .status())
                .isEqualTo(200);
        var changed = program.with("If-None-Match", tag).get(path);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(value(events(path).getFirst(), Property.SEQUENCE)).isEqualTo("1");
    }
}
