package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Leads as records: what is special about them beside what every record has. */
@ApplicationTest
class LeadsTest {
    private static final String LEADS = "/api/v1/leads";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private JsonNode made(String path, Map<String, Object> body) {
        var answer = admin.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static Stream<String> objects(JsonNode duplicates) {
        return duplicates.values().stream().map(one -> one.path("object").asString());
    }

    @Test
    void isNewUntilSomebodySaysOtherwise() {
        var lead = made(LEADS, Map.of("name", "展会上的甲公司", "contactName", "王总", "source", "expo", "campaign", "广交会"));
        assertThat(lead.path("status").path("id").asString()).isEqualTo("new");
        assertThat(lead.path("source").path("label").asString()).isEqualTo("展会");
        String at = LEADS + "/" + lead.path("id").asString();
        assertThat(admin.patch(at, 1, Map.of("status", "following")).status()).isEqualTo(200);
        assertThat(admin.get(LEADS + "?filter=status==following").json().path("items"))
                .hasSize(1);
        assertThat(admin.get("/api/v1/search?q=王总").text()).contains("展会上的甲公司");
        var cleared = new HashMap<String, Object>();
        cleared.put("status", null);
        assertThat(admin.patch(at, 2, cleared).status()).isEqualTo(422);
    }

    @Test
    void nobodyWritesByHandWhatOnlyAnActionGives() {
        String at = LEADS + "/" + made(LEADS, Map.of("name", "乙公司")).path("id").asString();
        for (String status : new String[] {"converted", "invalid"}) {
            assertThat(admin.patch(at, 1, Map.of("status", status)).text()).contains("leadStatusByAction");
            assertThat(admin.post(LEADS, Map.of("name", "丙公司" + status, "status", status))
                            .text())
                    .contains("leadStatusByAction");
        }
        for (String field : new String[] {"customer", "contact", "convertedBy"}) {
            assertThat(admin.patch(at, 1, Map.of(field, firm.administrator().id()))
                            .text())
                    .contains("fieldComputed");
        }
    }

    @Test
    void theStatusesOfTheProgramStayInTheirList() {
        String items = "/api/v1/dictionaries/leadStatus/items";
        assertThat(admin.delete(items + "/converted").code()).isEqualTo("itemKept");
        var own = made(items, Map.of("label", "约了见面"));
        assertThat(admin.delete(items + "/" + own.path("id").asString()).status())
                .isEqualTo(204);
    }

    @Test
    void whatIsThereAsCustomerContactOrLeadIsToldOfEachOther() {
        var customer = made("/api/v1/customers", Map.of("name", "绍兴柯桥锦绣纺织品有限公司", "phone", "0575-84120000"));
        made(
                "/api/v1/contacts",
                Map.of("name", "陈工", "customer", customer.path("id").asString(), "phone", "13915402207"));
        var lead = admin.post(LEADS, Map.of("name", "绍兴柯桥锦绣纺织品有限责任公司", "phone", "13915402207"));
        assertThat(lead.status()).isEqualTo(409);
        assertThat(lead.code()).isEqualTo("duplicateFound");
        assertThat(objects(lead.json().path("duplicates"))).containsExactlyInAnyOrder("customer", "contact");
        made(LEADS + "?duplicates=allow", Map.of("name", "绍兴柯桥锦绣纺织品有限责任公司", "phone", "13915402208"));
        var second = admin.post("/api/v1/customers", Map.of("name", "别的名称", "phone", "139 1540 2208"));
        assertThat(second.code()).isEqualTo("duplicateFound");
        assertThat(objects(second.json().path("duplicates"))).containsExactly("lead");
        var typed = admin.get("/api/v1/duplicates/lead?phone=13915402208&name=锦绣纺织品")
                .json()
                .path("items");
        assertThat(objects(typed)).contains("lead");
        assertThat(admin.get("/api/v1/duplicates/contact?phone=13915402208&name=谁")
                        .text())
                .contains("\"lead\"");
    }

    @Test
    void aRuleOfTheFirmRefusesASecondLead() {
        String rules = "/api/v1/firm/duplicate-rules";
        assertThat(admin.patch(rules, 1, Map.of("leadPhone", "refuse")).status())
                .isEqualTo(200);
        made(LEADS, Map.of("name", "第一条", "phone", "13915402209"));
        assertThat(admin.post(LEADS + "?duplicates=allow", Map.of("name", "第二条", "phone", "13915402209"))
                        .code())
                .isEqualTo("duplicateRefused");
    }

    @Test
    void aLeadOutOfReachIsMaskedAndNamesWhomToAsk() {
        var rep = firm.person("rep");
        var other = firm.person("rep");
        var mine = rep.http().post(LEADS, Map.of("name", "宁波海曙五金工具厂", "phone", "13915402210"));
        assertThat(mine.status()).as(mine.text()).isEqualTo(201);
        var found = other.http().post(LEADS, Map.of("name", "宁波海曙五金工具厂"));
        assertThat(found.code()).isEqualTo("duplicateFound");
        var duplicate = found.json().path("duplicates").path(0);
        assertThat(duplicate.path("id").isNull()).isTrue();
        assertThat(duplicate.path("label").asString()).contains("*").doesNotContain("五金工具厂");
        assertThat(duplicate.path("owner").asString()).startsWith("同事");
        assertThat(other.http()
                        .get(LEADS + "/" + mine.json().path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void comesInFromASheetOnceAndNamesTheCustomerThatItLooksLike() {
        made("/api/v1/customers", Map.of("name", "万科企业股份有限公司"));
        String sheet =
                "公司名称,联系人,电话,来源,线索状态\n万科企业有限公司,王总,13915402211,展会,\n不许这样,李总,13915402212,展会,已转化\n别的公司,赵总,13915402213,展会,跟进中\n";
        var rows = admin.upload("/api/v1/imports/preview?object=lead", "名片.csv", sheet)
                .json()
                .path("rows");
        assertThat(rows.get(0).path("alike").path("object").asString()).isEqualTo("customer");
        assertThat(rows.get(0).path("alike").path("label").asString()).isEqualTo("万科企业股份有限公司");
        assertThat(rows.get(1).path("state").asString()).isEqualTo("error");
        for (int created : new int[] {2, 0}) {
            var job = Jobs.ended(
                    admin,
                    admin.upload("/api/v1/imports?object=lead&duplicates=skip", "名片.csv", sheet)
                            .json());
            var result = job.path("result");
            assertThat(result.path("created").asInt()).as(job.toString()).isEqualTo(created);
            assertThat(result.path("refused").asInt()).isEqualTo(1);
            assertThat(result.path("skipped").asInt()).isEqualTo(2 - created);
        }
        assertThat(admin.get(LEADS + "?filter=status==following").text()).contains("赵总");
    }

    @Test
    void whatBecameACustomerIsNotTakenUpByWhatDidNot() {
        String open = made(LEADS, Map.of("name", "还开着的")).path("id").asString();
        String gone = made(LEADS, Map.of("name", "转化了的")).path("id").asString();
        var became = admin.with("If-Match", "\"1\"").post(LEADS + "/" + gone + "/convert", Map.of("customer", "new"));
        assertThat(became.status()).as(became.text()).isEqualTo(200);
        var wrong = Map.of(
                "survivor", Map.of("id", open, "version", 1),
                "others", List.of(Map.of("id", gone, "version", 2)));
        assertThat(admin.post(LEADS + "/merges", wrong).code()).isEqualTo("leadConverted");
        var right = Map.of(
                "survivor", Map.of("id", gone, "version", 2),
                "others", List.of(Map.of("id", open, "version", 1)));
        assertThat(admin.post(LEADS + "/merges", right).status()).isEqualTo(201);
    }

    @Test
    void fourAnswersTellABuyerFromAProbe() {
        var lead = made(LEADS, Map.of("name", "问价的", "inquiryCompany", "given", "inquiryUse", "ownUse"));
        assertThat(lead.path("inquirer").isNull()).isTrue();
        String at = LEADS + "/" + lead.path("id").asString();
        var buyer = admin.patch(at, 1, Map.of("inquirySpecification", "clear"));
        assertThat(buyer.json().path("inquirer").path("id").asString()).isEqualTo("buyer");
        var probe = admin.patch(at, 2, Map.of("inquiryCompany", "withheld", "inquiryUse", "resale"));
        assertThat(probe.json().path("inquirer").path("label").asString()).isEqualTo("探价");
        assertThat(admin.get(LEADS + "?filter=inquirer==probe&sort=-score")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(admin.get(LEADS + "/groups?by=inquirer").json().path("groups"))
                .hasSize(1);
    }
}
