package io.chaoxi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class DictionariesTest {
    private static final String SOURCES = "/api/v1/dictionaries/source/items";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static JsonNode dictionary(Http http, String key) {
        return http.get("/api/v1/dictionaries").json().path("items").values().stream()
                .filter(dictionary -> dictionary.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode items) {
        return items.values().stream().map(item -> item.path("id").asString()).toList();
    }

    @Test
    void aNewFirmBeginsWithTheStandardDictionaries() {
        var all = admin.get("/api/v1/dictionaries").json().path("items");
        assertThat(all.values())
                .extracting(dictionary -> dictionary.path("key").asString())
                .containsExactly(
                        "relation",
                        "importance",
                        "loyalty",
                        "valueAbility",
                        "grade",
                        "potential",
                        "behaviour",
                        "source",
                        "departmentLine",
                        "preferredChannel",
                        "reachPlatform",
                        "legalBasis",
                        "activityKind",
                        "activityOutcome",
                        "pretext",
                        "leadStatus",
                        "leadInvalidReason",
                        "inquiryCompany",
                        "inquiryUse",
                        "inquirySpecification",
                        "inquiryInsider",
                        "inquirer",
                        "taskKind",
                        "taskPriority",
                        "taskStatus",
                        "taskRepeat",
                        "visitManner",
                        "visitStatus",
                        "promiseSource",
                        "promiseStatus");
        JsonNode relation = dictionary(admin, "relation");
        assertThat(ids(relation.path("items"))).containsExactly("consumer", "b2b", "channel", "internal");
        assertThat(relation.path("label").path("zh").asString()).isEqualTo("关系");
        JsonNode expo = dictionary(admin, "source").path("items").values().stream()
                .filter(item -> item.path("id").asString().equals("expo"))
                .findFirst()
                .orElseThrow();
        assertThat(expo.path("parent").asString()).isEqualTo("offline");
        assertThat(expo.path("labelEn").asString()).isEqualTo("Trade fair");
        assertThat(expo.path("disabled").asBoolean()).isFalse();
    }

    @Test
    void aFieldAndItsDictionaryAreCalledTheSame() {
        int asked = 0;
        for (String object : List.of("customer", "contact", "lead")) {
            for (JsonNode field : admin.get("/api/v1/fields/" + object).json().path("fields")) {
                if (!field.path("options").isString()) continue;
                JsonNode dictionary = dictionary(admin, field.path("options").asString());
                assertThat(dictionary.path("label")).isEqualTo(field.path("label"));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(8);
    }

    @Test
    void anItemAddedByTheFirmCanBeChosenAtOnce() {
        var added = admin.post(SOURCES, Map.of("label", "老乡会", "parent", "offline", "color", "warn"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String id = added.json().path("id").asString();
        var customer = admin.post("/api/v1/customers", Map.of("name", "同乡客户", "source", id));
        assertThat(customer.status()).as(customer.text()).isEqualTo(201);
        assertThat(customer.json().path("source").path("label").asString()).isEqualTo("老乡会");
        assertThat(admin.get("/api/v1/customers?filter=source==" + id).json().path("items"))
                .hasSize(1);
    }

    @Test
    void aDisabledItemStaysReadableAndCannotBeChosenAnew() {
        var customer = admin.post("/api/v1/customers", Map.of("name", "展会客户", "source", "expo"))
                .json();
        assertThat(admin.patch(SOURCES + "/expo", 1, Map.of("disabled", true)).status())
                .isEqualTo(200);
        String path = "/api/v1/customers/" + customer.path("id").asString();
        assertThat(admin.get(path).json().path("source").path("label").asString())
                .isEqualTo("展会");
        assertThat(admin.get("/api/v1/customers?filter=source==expo").json().path("items"))
                .hasSize(1);
        var other = admin.post("/api/v1/customers", Map.of("name", "又一家", "source", "expo"));
        assertThat(other.json().path("errors").path(0).path("code").asString()).isEqualTo("disabledChoice");
        assertThat(admin.patch(path, 1, Map.of("shortName", "展")).status()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoChangeAnItemTheSecondIsToldThatItChanged() {
        String path = SOURCES + "/expo";
        assertThat(admin.patch(path, 1, Map.of("label", "博览会"))
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        var second = admin.patch(path, 1, Map.of("disabled", true));
        assertThat(second.code()).isEqualTo("stale");
        assertThat(second.json().path("version").asLong()).isEqualTo(2);
        assertThat(admin.put("/api/v1/dictionaries/source/order", Map.of("ids", List.of("expo")))
                        .status())
                .isEqualTo(200);
        assertThat(admin.patch(path, 2, Map.of("color", "warn")).status())
                .as("a place in the list is no part of the version")
                .isEqualTo(200);
        assertThat(admin.patch(path, Map.of("color", "bad")).code()).isEqualTo("versionNeeded");
    }

    @Test
    void onlyAnUnusedItemIsDeleted() {
        admin.post("/api/v1/customers", Map.of("name", "大客户", "importance", "vip"));
        assertThat(admin.delete("/api/v1/dictionaries/importance/items/vip").code())
                .isEqualTo("inUse");
        assertThat(admin.delete(SOURCES + "/online").code()).isEqualTo("inUse");
        assertThat(admin.delete("/api/v1/dictionaries/importance/items/ordinary")
                        .status())
                .isEqualTo(204);
        assertThat(ids(dictionary(admin, "importance").path("items"))).containsExactly("vip", "important");
        assertThat(admin.delete("/api/v1/dictionaries/importance/items/ordinary")
                        .status())
                .isEqualTo(404);
        assertThat(admin.delete("/api/v1/dictionaries/nothing/items/vip").status())
                .isEqualTo(404);
    }

    @Test
    void itemsStandInTheOrderOfTheFirm() {
        var ordered = admin.put("/api/v1/dictionaries/grade/order", Map.of("ids", List.of("low", "high")));
        assertThat(ids(ordered.json().path("items"))).containsExactly("low", "high", "medium");
        assertThat(ids(dictionary(admin, "grade").path("items"))).containsExactly("low", "high", "medium");
        assertThat(admin.put("/api/v1/dictionaries/grade/order", Map.of("ids", List.of("x")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("label", " "),
                Map.of("label", "x", "color", "pink"),
                Map.of("label", "x", "parent", "expo"),
                Map.of("label", "x", "parent", "nothing"),
                Map.of("label", "x", "id", "a;b"),
                Map.of("label", "x", "tenantId", 1),
                Map.of("label", "x".repeat(61)))) {
            assertThat(admin.post(SOURCES, body).status()).as(body.toString()).isEqualTo(422);
        }
        assertThat(admin.post(SOURCES, Map.of("label", "线上")).code()).isEqualTo("nameTaken");
        assertThat(admin.post(SOURCES, Map.of("label", "别的", "id", "expo")).code())
                .isEqualTo("nameTaken");
        assertThat(admin.patch("/api/v1/dictionaries/grade/items/high", 1, Map.of("parent", "low"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.patch(SOURCES + "/online", 1, Map.of("parent", "offline"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.patch(SOURCES + "/online", 1, Map.of("id", "other")).status())
                .isEqualTo(422);
    }

    @Test
    void everybodyReadsAndOnlyWhoMayManageDictionariesWrites() {
        Http rep = firm.person("rep").http();
        assertThat(rep.get("/api/v1/dictionaries").status()).isEqualTo(200);
        assertThat(rep.post(SOURCES, Map.of("label", "x")).status()).isEqualTo(403);
        assertThat(rep.patch(SOURCES + "/expo", Map.of("label", "x")).status()).isEqualTo(403);
        assertThat(rep.delete(SOURCES + "/expo").status()).isEqualTo(403);
        assertThat(rep.put("/api/v1/dictionaries/grade/order", Map.of("ids", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(Http.visitor(application).get("/api/v1/dictionaries").status())
                .isEqualTo(401);
    }

    @Test
    void anotherFirmsItemsAreOutOfSight() {
        String id =
                admin.post(SOURCES, Map.of("label", "只属于我们")).json().path("id").asString();
        Http stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get("/api/v1/dictionaries").text()).doesNotContain("只属于我们");
        assertThat(stranger.patch(SOURCES + "/" + id, 1, Map.of("label", "x")).status())
                .isEqualTo(404);
        assertThat(stranger.delete(SOURCES + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.post("/api/v1/customers", Map.of("name", "外人", "source", id))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void regionsAndIndustriesAreReadLevelByLevel() {
        JsonNode provinces = admin.get("/api/v1/regions").json().path("items");
        assertThat(provinces).hasSizeGreaterThan(30);
        JsonNode districts = admin.get("/api/v1/regions?parent=440300").json().path("items");
        assertThat(ids(districts)).contains("440305");
        assertThat(districts.path(0).path("leaf").asBoolean()).isTrue();
        assertThat(ids(admin.get("/api/v1/regions/search?q=%E5%8D%97%E5%B1%B1")
                        .json()
                        .path("items")))
                .contains("440305");
        assertThat(ids(admin.get("/api/v1/regions/search?q=440305").json().path("items")))
                .containsExactly("440305");
        JsonNode industries = admin.get("/api/v1/industries").json().path("items");
        assertThat(industries).hasSize(117);
        assertThat(Http.visitor(application).get("/api/v1/industries").status()).isEqualTo(401);
    }
}
