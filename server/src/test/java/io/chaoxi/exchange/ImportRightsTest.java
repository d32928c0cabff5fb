package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an import may do for whom, and who sees of it. */
@ApplicationTest
class ImportRightsTest {
    private static final Map<String, String> CUSTOMERS = Map.of("object", "customer");

    @Autowired
    ApplicationContext application;

    Firm firm;
    Exchange admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = Exchange.by(application, firm.administrator());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode only(Exchange who) {
        var items = who.get("/api/v1/customers").json().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    @Test
    void contactsAreImportedOnlyIntoCustomersThatOneMayChange() {
        var colleague = firm.person("rep");
        UUID customer = firm.record("customer", new HashMap<>(Map.of("name", "赣江造船")));
        String share = "/api/v1/customers/" + customer + "/shares/person/" + colleague.id();
        byte[] file = utf8("姓名,客户\n熊大,赣江造船\n");
        var contacts = Map.of("object", "contact");
        firm.administrator().http().put(share, Map.of("level", "read"));
        var refused = Exchange.by(application, colleague).imported(contacts, "c.csv", file);
        assertThat(refused.path("result").path("refused").asInt()).isEqualTo(1);
        assertThat(refused.path("result").path("created").asInt()).isZero();
        firm.administrator().http().put(share, Map.of("level", "write"));
        var made = Exchange.by(application, colleague).imported(contacts, "c.csv", file);
        assertThat(made.path("result").path("created").asInt())
                .as(made.toString())
                .isEqualTo(1);
    }

    @Test
    void aRepImportsForHimselfAndNobodyElseSeesHisUploadsJobsAndFiles() {
        Exchange rep = Exchange.by(application, firm.person("rep"));
        Exchange other = Exchange.by(application, firm.person("rep"));
        Exchange auditor = Exchange.by(application, firm.person("auditor"));
        String name = firm.administrator().actor().name();
        String file = "客户名称,负责人\n归我公司,\n归他公司," + name + "\n";
        assertThat(auditor.form("/api/v1/imports", CUSTOMERS, "a.csv", utf8(file))
                        .status())
                .isEqualTo(403);
        assertThat(auditor.form("/api/v1/imports/preview", CUSTOMERS, "a.csv", utf8(file))
                        .status())
                .isEqualTo(403);
        assertThat(auditor.get("/api/v1/imports/template/customer").status()).isEqualTo(403);
        var foreignOwner =
                Map.of("object", "customer", "owner", firm.administrator().id().toString());
        assertThat(rep.form("/api/v1/imports", foreignOwner, "a.csv", utf8(file))
                        .status())
                .isEqualTo(422);

        String upload = rep.form("/api/v1/imports/preview", CUSTOMERS, "a.csv", utf8(file))
                .json()
                .path("upload")
                .asString();
        var job = rep.imported(CUSTOMERS, "a.csv", utf8(file));
        assertThat(job.path("result").path("created").asInt()).isEqualTo(1);
        assertThat(job.path("result").path("refused").asInt()).isEqualTo(1);
        assertThat(only(rep).path("owner").path("id").asString())
                .isEqualTo(rep.person().id().toString());

        String refused = "/api/v1/files/" + job.path("files").get(0).path("id").asString();
        assertThat(rep.get(refused).status()).isEqualTo(200);
        var missing = other.get("/api/v1/files/" + UUID.randomUUID());
        for (Exchange who : List.of(other, admin)) {
            assertThat(who.get(refused).status()).isEqualTo(404);
            assertThat(who.delete(refused).status()).isEqualTo(404);
            assertThat(who.get("/api/v1/jobs/" + job.path("id").asString()).status())
                    .isEqualTo(404);
            assertThat(who.post("/api/v1/imports/" + job.path("id").asString() + "/undo", Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(who.form("/api/v1/imports", Map.of("object", "customer", "upload", upload), "", null)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(other.get(refused).json().path("code"))
                .isEqualTo(missing.json().path("code"));
        var hidden = other.form("/api/v1/imports/preview", CUSTOMERS, "a.csv", utf8("客户名称\n归我公司\n"))
                .json();
        var duplicate = hidden.path("rows").get(0).path("duplicate");
        assertThat(duplicate.path("id").isNull()).isTrue();
        assertThat(duplicate.path("label").asString()).doesNotContain("归我公司");
    }

    @Test
    void whatCameOutMaskedDoesNotComeBackAsTheValue() {
        var rep = firm.person("manager");
        var values = new HashMap<String, Object>(Map.of("name", "遮住公司", "owner", rep.id()));
        values.put("phone", "+8613912341111");
        firm.record("customer", values);
        Exchange manager = Exchange.by(application, rep);
        var job = manager.imported(
                Map.of("object", "customer", "duplicates", "update"),
                "a.csv",
                utf8("客户名称,电话,简称\n遮住公司,139****1111,遮\n"));
        assertThat(job.path("result").path("refused").asInt())
                .as(job.toString())
                .isEqualTo(1);
        JsonNode kept = only(admin);
        assertThat(kept.path("phone").asString()).isEqualTo("+8613912341111");
        assertThat(kept.path("shortName").isNull()).isTrue();
    }
}
