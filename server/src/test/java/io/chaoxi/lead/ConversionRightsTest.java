package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a conversion needs, refuses and keeps back. */
class ConversionRightsTest extends LeadFirm {
    @Test
    void refusesWhatDoesNotFit() {
        String lead = lead(Map.of());
        UUID customer = firm.record("customer", Map.of("name", "一家"));
        UUID elsewhere = firm.record("contact", Map.of("name", "别家的人", "customer", customer));
        Map<Map<String, Object>, String> refused = Map.of(
                Map.of(),
                "convertIntoNothing",
                Map.of("contact", "new"),
                "contactNeedsCustomer",
                BOTH_NEW,
                "contactNameMissing",
                Map.of("customer", "new", "contact", elsewhere),
                "contactElsewhere",
                Map.of("customer", "wrong"),
                "notAnId",
                Map.of("other", "new"),
                "unknownField",
                Map.of("customer", customer, "customerValues", Map.of("name", "不该给")),
                "valuesOfNewOnly",
                Map.of("customer", "new", "customerValues", Map.of("nothing", "没有这个字段")),
                "customerValues.nothing",
                Map.of("customer", "new", "customerValues", Map.of("owner", rep.id())),
                "customerValues.owner",
                Map.of("customer", customer, "contact", "new", "contactValues", Map.of("customer", customer)),
                "contactValues.customer");
        refused.forEach((body, code) -> {
            var answer = verb(admin, lead, "convert", 1, body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains(code);
        });
        assertThat(count(CUSTOMERS)).as("nothing of it stays").isEqualTo(1);
        var alone = done(verb(admin, lead, "convert", 1, Map.of("contact", elsewhere)));
        assertThat(alone.path("customer").path("id").asString()).isEqualTo(customer.toString());
    }

    @Test
    void needsTheRightsOnBothEnds() {
        String lead = lead(Map.of("contactName", "王总"));
        var service = firm.person("service").http();
        assertThat(verb(service, lead, "convert", 1, BOTH_NEW).status())
                .as("may change leads and not make customers")
                .isEqualTo(403);
        assertThat(verb(firm.person("finance").http(), lead, "convert", 1, BOTH_NEW)
                        .status())
                .isEqualTo(403);
        assertThat(verb(firm.person("rep").http(), lead, "convert", 1, BOTH_NEW).status())
                .isEqualTo(404);
        UUID others = firm.record("customer", Map.of("name", "别人的客户"));
        var refused = verb(rep.http(), lead, "convert", 1, Map.of("customer", others));
        assertThat(fault(refused)).isEqualTo("customer unknownReference");
        assertThat(admin.get(LEADS + "/" + lead).json().path("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void whoConvertsForAColleagueLeavesHimCustomerAndContact() {
        String role = role("筛线索的", List.of(), Map.of("lead", "all", "customer", "self", "contact", "self"), Map.of());
        var inside = firm.person(role);
        String lead = lead(Map.of("contactName", "王总", "phone", "+8613915402207"));
        done(verb(inside.http(), lead, "convert", 1, BOTH_NEW));
        var became = admin.get(LEADS + "/" + lead).json();
        for (String object : List.of("customer", "contact")) {
            var made = read(object + "s", became.path(object));
            assertThat(made.at("/owner/id").asString())
                    .as(object)
                    .isEqualTo(rep.id().toString());
            assertThat(inside.http()
                            .get("/api/v1/" + object + "s/" + made.path("id").asString())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(rep.http().get(LEADS + "/" + lead).json().at("/owner/id").asString())
                .isEqualTo(rep.id().toString());
    }

    @Test
    void whatNewOnesNeedAndTheLeadDoesNotHaveIsGivenWithTheConversion() {
        admin.post(
                "/api/v1/custom-fields/customer",
                Map.of("key", "line", "label", "产线", "type", "text", "required", true));
        String lead = lead(Map.of("contactName", "王总", "source", "expo"));
        assertThat(fault(verb(rep.http(), lead, "convert", 1, BOTH_NEW)))
                .isEqualTo("customerValues.custom.line notBlank");
        var given = Map.of("custom", Map.of("line", "三号线"), "source", "paidAds", "name", "正式的名字");
        var body = Map.of("customer", "new", "customerValues", given, "contact", "new");
        var became = done(verb(rep.http(), lead, "convert", 1, body));
        var customer = read("customers", became.path("customer"));
        assertThat(customer.at("/custom/line").asString()).isEqualTo("三号线");
        assertThat(customer.path("name").asString()).isEqualTo("正式的名字");
        assertThat(customer.at("/source/id").asString())
                .as("what is given goes before")
                .isEqualTo("paidAds");
    }

    @Test
    void refusalsNameTheSideThatIsAtFault() {
        UUID gone = firm.record("customer", Map.of("name", "删掉的"));
        UUID contact = firm.record("contact", Map.of("name", "也删了的", "customer", gone));
        assertThat(admin.delete(CUSTOMERS + "/" + gone).status()).isEqualTo(204);
        String lead = lead(Map.of());
        assertThat(fault(verb(admin, lead, "convert", 1, Map.of("customer", gone))))
                .isEqualTo("customer unknownReference");
        assertThat(fault(verb(admin, lead, "convert", 1, Map.of("contact", contact))))
                .isEqualTo("contact unknownReference");
        var hidden = Map.<String, Object>of("lead", Map.of("name", "masked"));
        String role = role("看不到名称", List.of(), Map.of("lead", "all", "customer", "all", "contact", "all"), hidden);
        var blind = firm.person(role).http();
        assertThat(fault(verb(blind, lead, "convert", 1, Map.of("customer", "new"))))
                .isEqualTo("customerValues.name customerNameMissing");
        var named = Map.of("customer", "new", "customerValues", Map.of("name", "自己写的名称"));
        done(verb(blind, lead, "convert", 1, named));
    }

    @Test
    void whoSharesALeadDoesNotConvertIt() {
        String lead = lead(Map.of());
        var other = firm.person("rep");
        assertThat(admin.put(LEADS + "/" + lead + "/shares/person/" + other.id(), Map.of("level", "write"))
                        .status())
                .isEqualTo(204);
        assertThat(verb(other.http(), lead, "convert", 1, Map.of("customer", "new"))
                        .code())
                .isEqualTo("sharedOnly");
    }

    @Test
    void whatIsKeptFromOneOnTheLeadIsNotShownByItsCustomer() {
        String role = admin.post(
                        "/api/v1/roles",
                        Map.of(
                                "name",
                                "遮住线索电话",
                                "permissions",
                                List.of(
                                        "lead.read",
                                        "lead.update",
                                        "lead.reveal",
                                        "customer.read",
                                        "customer.create",
                                        "contact.read",
                                        "contact.create"),
                                "scopes",
                                Map.of("lead", "all", "customer", "all", "contact", "all"),
                                "fields",
                                Map.of(
                                        "lead",
                                        Map.of("phone", "masked", "email", "hidden", "contactName", "hidden"),
                                        "customer",
                                        Map.of("phone", "write", "email", "write"))))
                .json()
                .path("name")
                .asString();
        String lead = lead(Map.of("phone", "+8613915402207", "email", "w@example.com", "contactName", "王敏"));
        var reader = firm.person(role).http();
        assertThat(fault(verb(reader, lead, "convert", 1, BOTH_NEW)))
                .isEqualTo("contactValues.name contactNameMissing");
        var became = done(verb(reader, lead, "convert", 1, Map.of("customer", "new")));
        var customer = read("customers", became.path("customer"));
        assertThat(customer.path("phone").isNull()).isTrue();
        assertThat(customer.path("email").isNull()).isTrue();
    }
}
