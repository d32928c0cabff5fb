package io.chaoxi.safety;

import io.chaoxi.identity.signin.Origin;
import io.chaoxi.identity.signin.Sessions;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What the requests of {@link Examples} are made of: words that were not there before, records, drafts, files. */
final class Ingredients {
    static final String API = "/api/v1/";

    /** Nobody can be called by these. */
    static final Set<String> PLAIN = Set.of("department", "pool", "activity", "task", "visit", "promise");

    final Firm firm;
    final SignedIn rep;
    final UUID customer;
    final Http http;
    private int count;

    Ingredients(Firm firm) {
        this.firm = firm;
        this.http = firm.administrator().http();
        this.rep = firm.person("rep");
        this.customer = record("customer", Map.of("owner", rep.id()));
    }

    int next() {
        return ++count;
    }

    String word() {
        return "安全" + next();
    }

    /** The text of its own that every record of the object has. */
    static String written(String object) {
        return switch (object) {
            case "activity" -> "content";
            case "task", "promise" -> "subject";
            case "visit" -> "goal";
            default -> "name";
        };
    }

    UUID record(String object, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of(written(object), word()));
        values.putAll(belonging(object));
        if (object.equals("person")) values.put("login", "p" + next() + "-" + firm.tenant());
        if (!PLAIN.contains(object)) values.put("phone", "+86139%08d".formatted(next()));
        values.putAll(more);
        return firm.record(object, values);
    }

    private Map<String, Object> belonging(String object) {
        return switch (object) {
            case "contact" -> Map.of("customer", customer);
            case "activity" -> Map.of("customer", customer, "kind", "call");
            case "visit" -> Map.of("customer", customer, "plannedOn", LocalDate.of(2031, 3, 12));
            case "task", "promise" -> Map.of("customer", customer, "dueOn", LocalDate.of(2031, 3, 12));
            default -> Map.of();
        };
    }

    /** A record without an owner, in a pool. */
    UUID waiting(String object) {
        var values = new HashMap<String, Object>(Map.of("name", word()));
        values.put("owner", null);
        return firm.record(object, values);
    }

    Map<String, Object> draft(String object) {
        var draft = new HashMap<String, Object>(Map.of(written(object), word()));
        draft.putAll(belonging(object));
        if (object.equals("person")) {
            draft.put("login", "d" + next() + "-" + firm.tenant());
            draft.put("roles", List.of(firm.role("rep")));
        }
        return draft;
    }

    Http.Answer done(Http.Answer answer) {
        if (answer.status() >= 300) throw new AssertionError(answer.status() + " " + answer.text());
        return answer;
    }

    String made(String path, Object body) {
        return done(http.post(API + path, body)).json().path("id").asString();
    }

    String deleted(String path, String id) {
        done(http.delete(API + path + "/" + id));
        return id;
    }

    String commented(String path, String id) {
        made(path + "/" + id + "/comments", Map.of("text", "一句"));
        return id;
    }

    /** Shared with the rep. */
    String shared(String path, String id) {
        done(http.put(API + path + "/" + id + "/shares/person/" + rep.id(), Map.of("level", "read")));
        return id;
    }

    Map<String, Object> view() {
        return Map.of(
                "name", word(), "filter", "owner==@me", "columns", List.of(Map.of("field", "name", "width", 200)));
    }

    Map<String, Object> play() {
        return Map.of("where", Map.of("potential", "high", "bigReach", "true"), "name", word(), "text", "打电话");
    }

    String tag() {
        return made("tags", Map.of("name", word()));
    }

    Map<String, Object> customField() {
        return Map.of("key", "k" + next(), "label", word(), "type", "text");
    }

    /** Of a day that has none yet. */
    Map<String, Object> rate() {
        String day = LocalDate.of(2001, 1, 1).plusDays(next()).toString();
        return Map.of("currency", "USD", "validFrom", day, "rate", "7.1");
    }

    Map<String, Object> consentText() {
        return Map.of("name", word(), "channel", "sms", "text", "同意接收\n新品短信");
    }

    Map<String, Object> consent() {
        return Map.of("text", made("consent-texts", consentText()), "proof", "电话里说的");
    }

    Map<String, Object> role() {
        return Map.of(
                "name",
                word(),
                "permissions",
                List.of("customer.read"),
                "scopes",
                Map.of("customer", "self"),
                "fields",
                Map.of("customer", Map.of("phone", "masked")));
    }

    Map<String, Object> merge(String object, String survivor, String other) {
        return Map.of(
                "survivor", Map.of("id", survivor, "version", 1),
                "others", List.of(Map.of("id", other, "version", 1)),
                "take", Map.of(written(object), other));
    }

    /** The id of a merge of two fresh customers. */
    String merged() {
        var body = merge(
                "customer",
                record("customer", Map.of()).toString(),
                record("customer", Map.of()).toString());
        return made("customers/merges", body);
    }

    String csv() {
        return "客户名称,电话\n来自文件%d,138%08d\n".formatted(next(), next());
    }

    /** So many months people are kept for from now on. */
    void keptFor(int months) {
        done(http.patch(API + "privacy/retention", version("privacy/retention"), Map.of("months", months)));
    }

    long version(String setting) {
        return http.get(API + setting).json().path("version").asLong();
    }

    /** With a session of its own, because it ends it or the others. */
    static Call inSessionOf(ApplicationContext application, Call call, SignedIn person) {
        var opened = application.getBean(Sessions.class).open(person.actor(), new Origin("127.0.0.1", "test"));
        return call.with("Cookie", "CHAOXI_SESSION=" + opened.secret() + "; XSRF-TOKEN=of-the-test");
    }
}
