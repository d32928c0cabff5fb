package io.chaoxi.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class PlaysTest {
    private static final String PLAYS = "/api/v1/plays/customer";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static Map<String, Object> play(Map<String, String> where, String name) {
        return Map.of("where", where, "name", name, "text", "先打电话，\r\n再上门");
    }

    private Http.Answer put(Http http, long version, List<?> items) {
        return http.with("If-Match", "\"" + version + "\"").put(PLAYS, Map.of("items", items));
    }

    private static List<String> names(Http http, UUID customer) {
        var names = new ArrayList<String>();
        var answer = http.get("/api/v1/customers/" + customer + "/plays");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (JsonNode play : answer.json().path("items"))
            names.add(play.path("name").asString());
        return names;
    }

    @Test
    void theProgramBringsOneForEachCellAndTheFirmWritesItsOwn() {
        var stand = admin.get(PLAYS).json();
        assertThat(stand.path("version").asLong()).isEqualTo(1);
        assertThat(stand.path("items").size()).isEqualTo(10);
        UUID asleep = firm.record("customer", Map.of("name", "睡着的", "potential", "high", "behaviour", "dormant"));
        assertThat(names(admin, asleep)).containsExactly("优先唤醒");
        UUID loud = firm.record(
                "customer", Map.of("name", "有名的", "potential", "low", "behaviour", "active", "bigReach", true));
        assertThat(names(admin, loud)).containsExactly("省力服务", "大 V 客户");
        assertThat(names(admin, firm.record("customer", Map.of("name", "没分级的"))))
                .isEmpty();

        var written = put(
                admin,
                1,
                List.of(
                        play(Map.of("source", "online"), "线上来的"),
                        play(Map.of("potential", "high", "behaviour", "dormant"), "自己的唤醒")));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.json().path("version").asLong()).isEqualTo(2);
        assertThat(admin.get(PLAYS).json().path("items").get(0).path("text").asString())
                .isEqualTo("先打电话，\n再上门");
        assertThat(names(admin, asleep)).containsExactly("自己的唤醒");
        assertThat(names(admin, loud)).isEmpty();
        UUID found = firm.record("customer", Map.of("name", "搜来的", "source", "search"));
        assertThat(names(admin, found)).containsExactly("线上来的");
        assertThat(put(admin, 2, List.of()).status()).isEqualTo(200);
        assertThat(names(admin, asleep)).isEmpty();
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        var own = List.of(play(Map.of("grade", "high"), "甲"));
        assertThat(put(admin, 1, own).status()).isEqualTo(200);
        var late = put(admin, 1, List.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("stale");
        assertThat(admin.get(PLAYS).json().path("items").size()).isEqualTo(1);
        assertThat(admin.put(PLAYS, Map.of("items", List.of())).status()).isEqualTo(428);
    }

    @Test
    void saysWhatIsWrongWithEachPlay() {
        var condition = Map.of("grade", "high");
        var answer = put(
                admin,
                1,
                List.of(
                        play(condition, ""),
                        play(Map.of(), "没有条件"),
                        play(Map.of("name", "甲"), "按名称"),
                        play(Map.of("grade", "giant"), "没有的选项"),
                        play(condition, "又一个"),
                        play(Map.of("bigReach", "maybe"), "不是是否")));
        assertThat(answer.status()).isEqualTo(422);
        var errors = new ArrayList<String>();
        for (JsonNode error : answer.json().path("errors"))
            errors.add(error.path("field").asString() + " " + error.path("code").asString());
        assertThat(errors)
                .containsExactly(
                        "items[0].name notBlank",
                        "items[1].where playWithoutCondition",
                        "items[2].where playField",
                        "items[3].where.grade unknownChoice",
                        "items[4].where playTwice",
                        "items[5].where.bigReach unknownChoice");
        assertThat(admin.get(PLAYS).json().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void whoMayNotReadAFieldIsNotToldOfItsPlaysAndKeepsThem() {
        var role = Map.of(
                "name", "看不到潜力",
                "permissions", List.of("customer.read", "play.manage"),
                "scopes", Map.of("customer", "all"),
                "fields", Map.of("customer", Map.of("potential", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        Http blind = firm.person("看不到潜力").http();
        UUID asleep = firm.record(
                "customer", Map.of("name", "睡着的", "potential", "high", "behaviour", "dormant", "bigReach", true));
        assertThat(names(blind, asleep)).containsExactly("大 V 客户");
        assertThat(blind.get(PLAYS).json().path("items").size()).isEqualTo(1);
        assertThat(put(blind, 1, List.of(play(Map.of("behaviour", "lost"), "乙")))
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(PLAYS).json().path("items").size()).isEqualTo(10);
        assertThat(names(admin, asleep)).containsExactly("优先唤醒");
    }

    @Test
    void playsOfADeletedChoiceAreGoneAndHinderNobody() {
        assertThat(admin.delete("/api/v1/dictionaries/potential/items/medium").status())
                .isEqualTo(204);
        var stand = admin.get(PLAYS).json().path("items");
        assertThat(stand.size()).isEqualTo(7);
        assertThat(put(admin, 1, List.copyOf(stand.values())).status()).isEqualTo(200);
    }

    @Test
    void rightsAndWalls() {
        Http rep = firm.person("rep").http();
        UUID others = firm.record("customer", Map.of("name", "别人的", "potential", "high", "behaviour", "lost"));
        assertThat(rep.get(PLAYS).status()).isEqualTo(200);
        assertThat(put(rep, 1, List.of()).status()).isEqualTo(403);
        assertThat(rep.get("/api/v1/customers/" + others + "/plays").status()).isEqualTo(404);
        assertThat(put(firm.person("manager").http(), 1, List.of()).status()).isEqualTo(200);
        Http elsewhere = Firm.found(application).administrator().http();
        assertThat(elsewhere.get(PLAYS).json().path("version").asLong()).isEqualTo(1);
        assertThat(elsewhere.get("/api/v1/customers/" + others + "/plays").status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/plays/nothing").status()).isEqualTo(404);
    }
}
