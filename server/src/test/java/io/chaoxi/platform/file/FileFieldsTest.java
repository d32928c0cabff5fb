package io.chaoxi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Whose the files of custom fields are: from the upload that waits, over the record that takes it over, to the end. */
@ApplicationTest
class FileFieldsTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn admin;
    SignedIn rep;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator();
        rep = firm.person("rep");
        field(firm, "customer", "scan");
    }

    private static void field(Firm firm, String object, String key) {
        var body = Map.of("key", key, "type", "files", "label", "附件" + key);
        var made = firm.administrator().http().post("/api/v1/custom-fields/" + object, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static Http.Answer sent(SignedIn person, String field, String name) {
        return person.http().upload("/api/v1/files?object=customer&field=" + field, name, "内容 " + name);
    }

    private static String upload(SignedIn person, String name) {
        var kept = sent(person, "custom.scan", name);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return kept.json().path("id").asString();
    }

    private static Map<String, Object> draft(String name, Object... files) {
        return Map.of("name", name, "custom", Map.of("scan", List.of(files)));
    }

    private static JsonNode customer(SignedIn person, String name, Object... files) {
        var made = person.http().post(CUSTOMERS, draft(name, files));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private static String address(JsonNode record) {
        return CUSTOMERS + "/" + record.path("id").asString();
    }

    private static List<String> names(JsonNode record) {
        return record.path("custom").path("scan").findValuesAsString("name");
    }

    /** What a refusal says of the one field that is at fault. */
    private static String refused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        var errors = answer.json().path("errors");
        assertThat(errors.size()).as(answer.text()).isEqualTo(1);
        assertThat(errors.path(0).path("message").asString()).isNotBlank();
        return errors.path(0).path("field").asString() + " "
                + errors.path(0).path("code").asString();
    }

    private static Http.Answer file(SignedIn person, String id) {
        return person.http().get("/api/v1/files/" + id);
    }

    @Test
    void aRecordTakesOverWhatWasUploadedForItsField() {
        var kept = sent(rep, "custom.scan", "../合同.txt").json();
        assertThat(kept.path("name").asString()).isEqualTo("合同.txt");
        assertThat(kept.path("size").asLong()).isPositive();
        assertThat(kept.path("mediaType").asString()).isEqualTo("text/plain");
        String first = kept.path("id").asString();
        JsonNode record = customer(rep, "甲", first);
        assertThat(record.path("custom").path("scan").path(0)).isEqualTo(kept);
        assertThat(rep.http()
                        .get(CUSTOMERS + "?fields=custom.scan")
                        .json()
                        .path("items")
                        .path(0)
                        .path("custom"))
                .isEqualTo(record.path("custom"));
        var seen = file(admin, first);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).contains("合同.txt");
        var ranged = admin.http().with("Range", "multipart/form-data").get("/api/v1/files/" + first);
        assertThat(ranged.status())
                .as("a range that makes no sense is passed over")
                .isEqualTo(200);
        assertThat(ranged.text()).isEqualTo(seen.text());
        String second = upload(admin, "附页.txt");
        var both =
                List.of(Map.of("id", second), record.path("custom").path("scan").path(0));
        var patched = admin.http().patch(address(record), 1, Map.of("custom", Map.of("scan", both)));
        assertThat(names(patched.json())).as(patched.text()).containsExactly("附页.txt", "合同.txt");
        assertThat(file(rep, second).status()).isEqualTo(200);
        assertThat(rep.http().get(address(record) + "/files").json().path("items"))
                .isEmpty();
        assertThat(rep.http()
                        .get(address(record) + "/timeline?types=file")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anUploadThatWaitsIsItsMakersAlone() {
        String waiting = upload(rep, "名片.txt");
        assertThat(file(rep, waiting).status()).isEqualTo(200);
        assertThat(file(admin, waiting).status()).isEqualTo(404);
        assertThat(admin.http().delete("/api/v1/files/" + waiting).status()).isEqualTo(404);
        Firm elsewhere = Firm.found(application);
        field(elsewhere, "customer", "scan");
        String foreign = upload(elsewhere.administrator(), "别家.txt");
        var missing = rep.http().post(CUSTOMERS, draft("甲", UUID.randomUUID()));
        assertThat(refused(missing)).isEqualTo("custom.scan unknownFile");
        for (var other : List.of(
                admin.http().post(CUSTOMERS, draft("甲", waiting)), rep.http().post(CUSTOMERS, draft("甲", foreign)))) {
            assertThat(other.json().path("errors")).isEqualTo(missing.json().path("errors"));
        }
        assertThat(file(elsewhere.administrator(), foreign).status()).isEqualTo(200);
        assertThat(names(customer(rep, "甲", waiting))).containsExactly("名片.txt");
        assertThat(rep.http().delete("/api/v1/files/" + upload(rep, "不要.txt")).status())
                .isEqualTo(204);
    }

    @Test
    void anUploadServesOneFieldOfOneRecord() {
        field(firm, "customer", "photo");
        field(firm, "contact", "scan");
        String scan = upload(admin, "一.txt");
        var inAnother = Map.of("name", "甲", "custom", Map.of("photo", List.of(scan)));
        assertThat(refused(admin.http().post(CUSTOMERS, inAnother))).isEqualTo("custom.photo unknownFile");
        JsonNode first = customer(admin, "甲", scan);
        assertThat(refused(admin.http().post(CUSTOMERS, draft("乙", scan)))).isEqualTo("custom.scan unknownFile");
        JsonNode second = customer(admin, "乙");
        var contact = new HashMap<>(draft("王建国", upload(admin, "二.txt")));
        contact.put("customer", second.path("id").asString());
        assertThat(refused(admin.http().post("/api/v1/contacts", contact))).isEqualTo("custom.scan unknownFile");
        for (String strange : List.of(scan, attachment(second))) {
            var patch = Map.of("custom", Map.of("scan", List.of(strange)));
            assertThat(refused(admin.http().patch(address(second), 1, patch))).isEqualTo("custom.scan unknownFile");
        }
        assertThat(names(admin.http().get(address(first)).json())).containsExactly("一.txt");
        assertThat(admin.http().get(address(second)).json().path("version").asInt())
                .isEqualTo(1);
    }

    private String attachment(JsonNode record) {
        return admin.http()
                .upload(address(record) + "/files", "附.txt", "附")
                .json()
                .path("id")
                .asString();
    }

    @Test
    void anUploadForAnImportAndOneForAFieldAreNotMistakenForEachOther() {
        var preview = admin.http().upload("/api/v1/imports/preview?object=customer", "a.csv", "客户名称\n甲\n");
        String ofImport = preview.json().path("upload").asString();
        assertThat(refused(admin.http().post(CUSTOMERS, draft("甲", ofImport)))).isEqualTo("custom.scan unknownFile");
        String ofField = upload(admin, "b.csv");
        var started = admin.http()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post("/api/v1/imports", "object=customer&upload=" + ofField);
        assertThat(started.status()).isEqualTo(404);
        assertThat(file(admin, ofField).status()).isEqualTo(200);
    }

    @Test
    void ofTwoRecordsThatWantOneUploadAtOnceOneGetsIt() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                String wanted = upload(admin, "抢.txt");
                var answers = both.invokeAll(List.of(making("左" + round, wanted), making("右" + round, wanted)));
                boolean first = answers.getFirst().get().status() == 201;
                Http.Answer won = (first ? answers.getFirst() : answers.getLast()).get();
                Http.Answer lost = (first ? answers.getLast() : answers.getFirst()).get();
                assertThat(won.status()).as(won.text()).isEqualTo(201);
                assertThat(refused(lost)).isEqualTo("custom.scan unknownFile");
                assertThat(names(won.json())).containsExactly("抢.txt");
            }
        }
        var found = admin.http().get(CUSTOMERS + "/count?filter=custom.scan=null=false");
        assertThat(found.json().path("value").asInt()).isEqualTo(12);
        assertThat(admin.http().get(CUSTOMERS + "/count").json().path("value").asInt())
                .isEqualTo(12);
    }

    private Callable<Http.Answer> making(String name, String file) {
        return () -> admin.http().post(CUSTOMERS, draft(name, file));
    }

    @Test
    void aWriteThatIsRefusedLeavesTheUploadWaiting() {
        customer(admin, "潮汐科技有限公司");
        String waiting = upload(admin, "再来.txt");
        assertThat(admin.http().post(CUSTOMERS, draft("潮汐科技有限公司", waiting)).code())
                .isEqualTo("duplicateFound");
        var made = admin.http().post(CUSTOMERS + "?duplicates=allow", draft("潮汐科技有限公司", waiting));
        assertThat(names(made.json())).as(made.text()).containsExactly("再来.txt");
    }

    @Test
    void theSameRequestTwiceTakesTheUploadOnce() {
        var body = draft("幂等", upload(admin, "一次.txt"));
        Http keyed = admin.http().with("Idempotency-Key", "k-" + UUID.randomUUID());
        var first = keyed.post(CUSTOMERS, body);
        var again = keyed.post(CUSTOMERS, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(names(again.json())).containsExactly("一次.txt");
    }

    @Test
    void whoMayNotReadTheFieldGetsNeitherItsFilesNorTheirNames() {
        String scan = upload(admin, "机密报价.txt");
        String record = address(customer(admin, "甲", scan));
        var missing = file(admin, UUID.randomUUID().toString());
        for (String right : List.of("hidden", "masked")) {
            SignedIn person = withRight(right);
            assertThat(person.http().get(record).status()).isEqualTo(200);
            for (String page : List.of("", "/history", "/timeline", "/files")) {
                assertThat(person.http().get(record + page).text())
                        .as(right + page)
                        .doesNotContain("机密报价");
            }
            assertThat(person.http().get(CUSTOMERS).text()).doesNotContain("机密报价");
            var download = file(person, scan);
            assertThat(download.status()).as(right).isEqualTo(404);
            assertThat(download.code()).isEqualTo(missing.code());
            assertThat(person.http().delete("/api/v1/files/" + scan).status()).isEqualTo(404);
            assertThat(person.http()
                            .post(record + "/reveal", Map.of("field", "custom.scan"))
                            .text())
                    .doesNotContain(scan);
        }
        assertThat(file(withRight("read"), scan).status()).isEqualTo(200);
        assertThat(file(rep, scan).status()).as("out of reach").isEqualTo(404);
    }

    private SignedIn withRight(String right) {
        var role = new HashMap<String, Object>(Map.of("name", "权限" + right));
        role.put("permissions", List.of("customer.read", "customer.update", "customer.reveal"));
        role.put("scopes", Map.of("customer", "all"));
        role.put("fields", Map.of("customer", Map.of("custom.scan", right)));
        var made = admin.http().post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return firm.person("权限" + right);
    }

    @Test
    void onlyWhoMayFillTheFieldUploadsForIt() {
        assertThat(refused(sent(withRight("hidden"), "custom.scan", "a.txt"))).isEqualTo("field unknownField");
        assertThat(refused(sent(withRight("read"), "custom.scan", "a.txt"))).isEqualTo("field fieldNotWritable");
        assertThat(refused(sent(admin, "name", "a.txt"))).isEqualTo("field unknownField");
        assertThat(refused(sent(admin, "custom.nothing", "a.txt"))).isEqualTo("field unknownField");
        assertThat(sent(firm.person("auditor"), "custom.scan", "a.txt").status())
                .isEqualTo(403);
        assertThat(admin.http()
                        .upload("/api/v1/files?object=nothing&field=custom.scan", "a.txt", "a")
                        .status())
                .isEqualTo(404);
        assertThat(admin.http()
                        .upload("/api/v1/files?object=customer&field=custom.scan", "a.txt", "\u0000\u0001\u0002")
                        .status())
                .isEqualTo(415);
        String limits = "/api/v1/firm/limits";
        long version = admin.http().get(limits).json().path("version").asLong(0);
        assertThat(admin.http()
                        .patch(limits, version, Map.of("storageMegabytes", 0))
                        .status())
                .isEqualTo(200);
        assertThat(sent(admin, "custom.scan", "a.txt").code()).isEqualTo("storageFull");
    }

    @Test
    void aFileLeavesItsFieldByWritingTheFieldAndComesBackFromTheHistory() {
        String scan = upload(rep, "旧合同.txt");
        JsonNode record = customer(rep, "甲", scan);
        assertThat(admin.http().delete("/api/v1/files/" + scan).code()).isEqualTo("fileInField");
        assertThat(file(rep, scan).status()).isEqualTo(200);
        var emptied = rep.http().patch(address(record), 1, "{\"custom\":{\"scan\":null}}");
        assertThat(emptied.json().path("custom").path("scan").isNull())
                .as(emptied.text())
                .isTrue();
        var change = rep.http()
                .get(address(record) + "/history")
                .json()
                .path("items")
                .path(0)
                .path("changes")
                .path(0);
        assertThat(change.path("from").findValuesAsString("name")).containsExactly("旧合同.txt");
        assertThat(change.path("to").isNull()).isTrue();
        assertThat(file(rep, scan).text()).contains("旧合同.txt");
        assertThat(rep.http().delete("/api/v1/files/" + scan).code()).isEqualTo("fileInField");
        var back = rep.http().patch(address(record), 2, Map.of("custom", Map.of("scan", List.of(scan))));
        assertThat(names(back.json())).as(back.text()).containsExactly("旧合同.txt");
    }
}
