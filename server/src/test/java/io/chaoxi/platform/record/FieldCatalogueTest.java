package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class FieldCatalogueTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static JsonNode field(JsonNode catalogue, String name) {
        return catalogue.path("fields").values().stream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anObjectIsDescribedWithItsFieldsAndGroups() {
        JsonNode customer = admin.get("/api/v1/fields/customer").json();
        assertThat(customer.path("path").asString()).isEqualTo("customers");
        assertThat(customer.path("label").path("en").asString()).isEqualTo("Customer");
        assertThat(customer.path("title").asString()).isEqualTo("name");
        assertThat(customer.path("groups").values())
                .extracting(group -> group.path("key").asString())
                .contains("profile", "classification", "system")
                .doesNotContain("custom");
        JsonNode name = field(customer, "name");
        assertThat(name.path("required").asBoolean()).isTrue();
        assertThat(name.path("maxLength").asInt()).isEqualTo(200);
        assertThat(name.path("sortable").asBoolean()).isTrue();
        assertThat(field(customer, "relation").path("options").asString()).isEqualTo("relation");
        assertThat(field(customer, "code").path("readOnly").asBoolean()).isTrue();
        assertThat(field(customer, "owner").path("object").asString()).isEqualTo("person");
    }

    @Test
    void eachGroupOfEveryObjectHasALabel() {
        for (String object :
                List.of("customer", "contact", "lead", "task", "visit", "promise", "person", "department")) {
            JsonNode catalogue = admin.get("/api/v1/fields/" + object).json();
            assertThat(catalogue.path("groups").values().stream()
                            .map(group -> group.path("key").asString())
                            .toList())
                    .as(object)
                    .containsAll(catalogue.path("fields").values().stream()
                            .map(field -> field.path("group").asString())
                            .toList());
        }
    }

    @Test
    void theCatalogueIsThatOfTheOneWhoAsks() {
        JsonNode rep = firm.person("rep").http().get("/api/v1/fields/customer").json();
        JsonNode phone = field(rep, "phone");
        assertThat(phone.path("right").asString()).isEqualTo("masked");
        assertThat(phone.path("filterable").asBoolean()).isFalse();
        assertThat(phone.path("sortable").asBoolean()).isFalse();
        assertThat(admin.get("/api/v1/fields/nothing").status()).isEqualTo(404);
        assertThat(Http.visitor(application).get("/api/v1/fields/customer").status())
                .isEqualTo(401);
    }

    @Test
    void whoWritesTooMuchOrTooLittleIsToldTheLimit() {
        var long200 = admin.post("/api/v1/customers", Map.of("name", "长".repeat(201)));
        assertThat(long200.text()).contains("tooLong").contains("最多 200 个字");
        assertThat(admin.post("/api/v1/roles", Map.of("name", "长".repeat(101))).text())
                .contains("最多 100 个字");
        for (Object amount : List.of("-0.01", Map.of("amount", "-1", "currency", "USD"))) {
            var negative = admin.post("/api/v1/customers", Map.of("name", "负数", "registeredCapital", amount));
            assertThat(negative.status()).isEqualTo(422);
            var error = negative.json().path("errors").path(0);
            assertThat(error.path("field").asString()).isEqualTo("registeredCapital");
            assertThat(error.path("message").asString()).isEqualTo("不能小于 0");
        }
        assertThat(admin.post("/api/v1/customers", Map.of("name", "零元", "registeredCapital", "0"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyNumberAndAmountThatOneMayWriteSaysHowSmallItMayBe() {
        for (RecordType type : application.getBeansOfType(RecordType.class).values()) {
            for (var component : type.draft().getRecordComponents()) {
                boolean number = component.getType() == Money.class
                        || Number.class.isAssignableFrom(component.getType())
                        || component.getType() == int.class;
                assertThat(!number || bounded(type, component.getName()))
                        .as(type.object() + " " + component.getName() + " needs @Min")
                        .isTrue();
            }
        }
    }

    private static boolean bounded(RecordType type, String field) {
        return Stream.of(type.draft().getDeclaredFields())
                .filter(one -> one.getName().equals(field))
                .anyMatch(one -> one.isAnnotationPresent(Min.class));
    }

    @Test
    void aCustomFieldStandsAmongTheOthers() {
        admin.post(
                "/api/v1/custom-fields/customer",
                Map.of(
                        "key", "medal",
                        "type", "choice",
                        "label", "奖牌",
                        "labelEn", "Medal",
                        "required", true,
                        "options", List.of(Map.of("id", "gold", "label", "金", "labelEn", "Gold", "color", "warn"))));
        JsonNode catalogue = admin.get("/api/v1/fields/customer").json();
        JsonNode medal = field(catalogue, "custom.medal");
        assertThat(medal.path("custom").asBoolean()).isTrue();
        assertThat(medal.path("group").asString()).isEqualTo("custom");
        assertThat(medal.path("required").asBoolean()).isTrue();
        assertThat(medal.path("indexed").asBoolean()).isFalse();
        assertThat(medal.path("id").asString()).isNotEmpty();
        assertThat(medal.path("options").path(0).path("label").asString()).isEqualTo("金");
        assertThat(catalogue.path("groups").toString()).contains("自定义字段");
    }
}
