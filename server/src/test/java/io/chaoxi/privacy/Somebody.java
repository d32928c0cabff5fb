package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A contact who left traces wherever a contact can: said, attached, imported, exported, merged, told of. */
final class Somebody {
    static final String NAME = "欧阳试迹";
    static final String REASON = "consentWithdrawn";

    /** What must not be found anywhere afterwards, in no way of writing. */
    static final List<String> VALUES = List.of(
            NAME,
            "旧名试迹",
            "13912345678",
            "139 1234 5678",
            "13787654321",
            "trace-me@example.com",
            "wx_trace_me",
            "绰号小青蛙",
            "每周三钓鱼");

    private static final String API = "/api/v1/";

    final Firm firm;
    final SignedIn colleague;
    final String customer;
    final String id;
    private final Http http;

    Somebody(Firm firm) {
        this.firm = firm;
        this.http = firm.administrator().http();
        this.colleague = firm.person("administrator");
        made("custom-fields/contact", Map.of("key", "nick", "label", "绰号", "type", "text"));
        this.customer = made("customers", Map.of("name", "试迹公司"));
        this.id = made("contacts", "一次的钥匙", draft());
        changed();
        talkedAbout();
        writtenOnHisCustomer();
        dealtWith();
        planned();
        visited();
        promised();
        firstHeardOf();
        carriedAround();
        mergedWithHimself();
    }

    private Map<String, Object> draft() {
        return Map.of(
                "name",
                "旧名试迹",
                "customer",
                customer,
                "phone",
                "13787654321",
                "email",
                "trace-me@example.com",
                "wechat",
                "wx_trace_me",
                "remark",
                "每周三钓鱼",
                "custom",
                Map.of("nick", "绰号小青蛙"));
    }

    private void changed() {
        var answer = http.patch(API + "contacts/" + id, 1, Map.of("name", NAME, "phone", "13912345678"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void dealtWith() {
        made("custom-fields/activity", Map.of("key", "note", "label", "附记", "type", "text"));
        var activity = made(
                "activities",
                Map.of(
                        "customer",
                        customer,
                        "contact",
                        id,
                        "kind",
                        "call",
                        "content",
                        NAME + "说打 139 1234 5678",
                        "custom",
                        Map.of("note", "找" + NAME)));
        made("activities/" + activity + "/comments", Map.of("text", NAME + "那边我再打一次"));
        var answer = http.patch(API + "activities/" + activity, 1, Map.of("content", "旧名试迹改约了，找" + NAME));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void planned() {
        var task = made(
                "tasks",
                Map.of(
                        "contact",
                        id,
                        "subject",
                        "再给" + NAME + "打",
                        "dueOn",
                        "2031-03-12",
                        "goal",
                        "打 139 1234 5678",
                        "repeatUnit",
                        "week"));
        var done =
                http.with("If-Match", "\"1\"").post(API + "tasks/" + task + "/done", Map.of("result", NAME + "让下周再打"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private void visited() {
        var visit = made(
                "visits", Map.of("contact", id, "customer", customer, "goal", "看" + NAME, "plannedOn", "2031-03-12"));
        var there = API + "visits/" + visit;
        assertThat(http.post(there + "/check-in", Map.of()).status()).isEqualTo(200);
        var template = "00000000-0000-0000-0000-000000000001";
        var answers = java.util.stream.Stream.of("more", "gain", "improve")
                .map(question -> Map.of("question", question, "text", NAME + "说还行，139 1234 5678"))
                .toList();
        var given = http.put(there + "/answers", Map.of("template", template, "version", 1, "answers", answers));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        var left = http.post(there + "/check-out", Map.of("result", NAME + "很满意", "contacts", java.util.List.of(id)));
        assertThat(left.status()).as(left.text()).isEqualTo(200);
    }

    /** One that was moved and kept, one that was struck out, and one that was broken and apologised for. */
    private void promised() {
        var one = made(
                "promises",
                Map.of(
                        "contact",
                        id,
                        "subject",
                        "给" + NAME + "寄样品",
                        "dueOn",
                        "2031-03-12",
                        "details",
                        "寄到 13912345678"));
        var move = Map.<String, Object>of("dueOn", "2031-03-14", "reason", NAME + "出差");
        act(one, 1, "postpone", move);
        act(one, 2, "keep", Map.of("proof", NAME + "签收"));
        var other = made("promises", Map.of("contact", id, "subject", "给" + NAME + "回话", "dueOn", "2031-03-12"));
        act(other, 1, "strike", Map.of("reason", NAME + "没要过"));
        var values = new HashMap<String, Object>(Map.of(
                "subject",
                "答应" + NAME + "的",
                "dueOn",
                LocalDate.now(ZoneOffset.UTC).minusDays(9)));
        values.putAll(
                Map.of("status", "broken", "customer", UUID.fromString(customer), "contact", UUID.fromString(id)));
        var broken = firm.record("promise", values).toString();
        act(broken, 1, "apologize", Map.of("said", NAME + "接受了", "offered", "打 139 1234 5678 再约"));
    }

    private void act(String promise, int version, String act, Map<String, Object> body) {
        var done = http.with("If-Match", "\"" + version + "\"").post(API + "promises/" + promise + "/" + act, body);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private void talkedAbout() {
        made("contacts/" + id + "/comments", Map.of("text", "他每周三钓鱼 @[某](person:" + colleague.id() + ")"));
        made("customers/" + customer + "/comments", Map.of("text", NAME + "的电话是 139 1234 5678，别打错"));
        upload("contacts/" + id + "/files", NAME + "的名片.txt", "绰号小青蛙");
        assertThat(http.put(API + "favourites/contact/" + id, null).status()).isEqualTo(204);
        made("views/contact", Map.of("name", "试迹视图", "filter", "name=like=别人"));
        made("views/contact", Map.of("name", "找他", "filter", "name=like=" + NAME + ";primaryContact==false"));
        made("views/customer", Map.of("name", "打 139 1234 5678 的", "filter", "name=like=试迹"));
    }

    private void writtenOnHisCustomer() {
        var remark = Map.of("remark", "找" + NAME + "，139 1234 5678");
        assertThat(http.patch(API + "customers/" + customer, 1, remark).status())
                .isEqualTo(200);
        givenBack(customer);
        assertThat(http.post(API + "customers/" + customer + "/claim", null).status())
                .isEqualTo(200);
    }

    private void givenBack(String one) {
        var reason = Map.of("reason", NAME + " 13912345678 已离职");
        assertThat(http.post(API + "customers/" + one + "/release", reason).status())
                .isEqualTo(200);
    }

    private void firstHeardOf() {
        var card = Map.of("name", "试迹贸易", "contactName", NAME, "phone", "13912345678", "wechat", "wx_trace_me");
        String lead = made("leads?duplicates=allow", card);
        var changed = Map.of("email", "trace-me@example.com", "need", NAME + "要两台");
        assertThat(http.patch(API + "leads/" + lead + "?duplicates=allow", 1, changed)
                        .status())
                .isEqualTo(200);
        made("tasks", Map.of("lead", lead, "subject", "问" + NAME + "要图纸", "dueOn", "2031-03-13"));
        made("activities", Map.of("lead", lead, "kind", "call", "content", NAME + "说下周来厂里"));
    }

    private void carriedAround() {
        String refused = "姓名,客户,手机\n" + NAME + ",没有这家公司,139 1234 5678\n";
        ended(upload("imports?object=contact", "联系人.csv", refused));
        ended(http.post(API + "exports", Map.of("object", "contact", "format", "xlsx", "q", NAME))
                .json());
        ended(http.post(API + "contacts/bulk", Map.of("ids", List.of(id), "patch", Map.of("jobTitle", "总监")))
                .json());
    }

    /** With a second record of him, for good; and once by mistake with somebody else, which was taken back. */
    private void mergedWithHimself() {
        String twin = made(
                "contacts?duplicates=allow", Map.of("name", NAME, "customer", customer, "telephone", "051281234567"));
        made("contacts/merges", Map.of("survivor", seen(id), "others", List.of(seen(twin))));
        String other = made("contacts", Map.of("name", "别人", "customer", customer));
        String merge = made("contacts/merges", Map.of("survivor", seen(other), "others", List.of(seen(id))));
        assertThat(http.post(API + "merges/" + merge + "/undo", null).status()).isEqualTo(200);
    }

    private Map<String, Object> seen(String contact) {
        long version =
                http.get(API + "contacts/" + contact).json().path("version").asLong();
        return Map.of("id", contact, "version", version);
    }

    private String made(String path, Object body) {
        return made(path, null, body);
    }

    private String made(String path, String key, Object body) {
        Http sender = key == null ? http : http.with("Idempotency-Key", String.valueOf(key.hashCode()));
        var answer = sender.post(API + path, body);
        assertThat(answer.status()).as(path + answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private JsonNode upload(String path, String name, String content) {
        var answer = http.upload(API + path, name, content);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        return answer.json();
    }

    /** The job once it has ended. */
    JsonNode ended(JsonNode job) {
        return Jobs.ended(http, job);
    }

    Http.Answer erase(String name) {
        return http.post(API + "privacy/contact/" + id + "/erase", Map.of("name", name, "reason", REASON));
    }
}
