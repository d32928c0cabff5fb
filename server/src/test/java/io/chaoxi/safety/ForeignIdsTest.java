package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * G4: the whole API with another firm's ids, in path, query and body, in a session and with a token. Each answer equals,
 * byte for byte, that for an id that nobody has, and nothing changes in the other firm. {@code -Dsafety.foreign=20000}
 * for the full figure.
 */
@ApplicationTest
class ForeignIdsTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 409, 422);
    private static final int SESSION_LASTS = 400;

    /** What is answered all the same, with nothing in it: lists, and long work that refuses each row. */
    private static final List<String> ANSWERED = List.of(
            "GET /api/v1/customers",
            "GET /api/v1/contacts",
            "GET /api/v1/people",
            "GET /api/v1/search",
            "GET /api/v1/customers/count",
            "GET /api/v1/audit",
            "GET /api/v1/notifications",
            "POST /api/v1/notifications/read",
            "POST /api/v1/exports",
            "POST /api/v1/views/{object}",
            "POST /api/v1/customers/{id}/comments");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private int requests;

    @Test
    void anotherFirmsIdsAreLikeIdsThatNobodyHas() throws Exception {
        int wanted = Counts.of("foreign", 400);
        try (var tables = new FirmTables(database)) {
            while (requests < wanted && problems.isEmpty()) replay(tables);
        }
        System.out.println("foreign ids: " + requests + " requests");
        assertThat(problems).isEmpty();
    }

    private void replay(FirmTables tables) {
        Firm ours = Firm.found(application);
        Firm theirs = Firm.found(application);
        var examples = new Examples(application, ours);
        var own = new Examples(application, theirs);
        Http session = theirs.administrator().http();
        Http token = Http.visitor(application).bearing(token(session));
        var calls = new ArrayList<Call>();
        for (String operation : examples.operations()) {
            if (operation.contains("{id}")) calls.add(withoutSession(examples.call(operation)));
        }
        calls.forEach(call -> foreign.addAll(ids(call)));
        calls.addAll(references(examples, own));
        var before = tables.quiet(ours.tenant());
        for (Call call : calls) {
            if (requests % SESSION_LASTS < 4) {
                session = theirs.signIn(theirs.administrator().id(), "again").http();
                token = Http.visitor(application).bearing(token(session));
            }
            for (Http sender : List.of(session, token)) compare(call, sender);
        }
        tables.quiet(theirs.tenant());
        assertThat(tables.quiet(ours.tenant())).isEqualTo(before);
    }

    private static Call withoutSession(Call call) {
        call.headers().remove("Cookie");
        call.headers().remove("Idempotency-Key");
        return call;
    }

    private static String token(Http http) {
        var scopes = http.get("/api/v1/session").json().path("permissions");
        var made = http.post("/api/v1/tokens", Map.of("name", "alles", "scopes", scopes));
        return made.json().path("token").asString();
    }

    /** Requests about the caller's own records and lists that name the other firm's in query and body. */
    private List<Call> references(Examples theirs, Examples own) {
        String customer = theirs.customer.toString();
        String person = theirs.rep.id().toString();
        String department = theirs.firm.department("别家", null).toString();
        String role = theirs.firm.role("rep").toString();
        String tag = theirs.call("PATCH /api/v1/tags/{id}").place().get("id");
        String job = theirs.call("GET /api/v1/jobs/{id}").place().get("id");
        String upload = upload(theirs);
        upload(own);
        foreign.addAll(List.of(customer, person, department, role, tag, job, upload));
        var calls = new ArrayList<Call>();
        for (String filter : List.of("owner==" + person, "tags==" + tag, "referrer=in=(" + customer + ")")) {
            calls.add(Call.of("GET /api/v1/customers").asking("filter", filter));
            calls.add(Call.of("GET /api/v1/customers/count").asking("filter", filter));
            calls.add(own.call("POST /api/v1/exports")
                    .sending(Map.of(
                            "object", "customer", "format", "csv", "fields", List.of("name"), "filter", filter)));
            calls.add(Call.of("POST /api/v1/views/{object}", "object", "customer")
                    .sending(Map.of("name", "视图", "filter", filter)));
        }
        calls.add(Call.of("GET /api/v1/contacts").asking("filter", "customer==" + customer));
        calls.add(Call.of("GET /api/v1/people").asking("filter", "department==" + department));
        calls.add(Call.of("GET /api/v1/search").asking("q", customer));
        for (String list : List.of("audit", "notifications")) {
            calls.add(Call.of("GET /api/v1/" + list).asking("after", job));
        }
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("name", "甲", "owner", person),
                Map.of("name", "甲", "referrer", customer),
                Map.of("name", "甲", "tags", List.of(tag)),
                Map.of("name", "甲", "custom", Map.of(Examples.PAPERS, List.of(upload))))) {
            calls.add(Call.of("POST /api/v1/customers").sending(body));
            calls.add(own.call("PATCH /api/v1/customers/{id}").sending(body));
            calls.add(own.call("POST /api/v1/customers/bulk")
                    .sending(Map.of("ids", List.of(own.customer), "patch", body)));
        }
        calls.add(Call.of("POST /api/v1/customers/bulk")
                .sending(Map.of("ids", List.of(customer), "patch", Map.of("shortName", "被改了"))));
        calls.add(Call.of("POST /api/v1/contacts").sending(Map.of("name", "乙", "customer", customer)));
        calls.add(Call.of("POST /api/v1/departments").sending(Map.of("name", "丙", "parent", department)));
        calls.add(Call.of("POST /api/v1/departments").sending(Map.of("name", "丙", "leader", person)));
        calls.add(Call.of("POST /api/v1/people")
                .sending(Map.of("name", "丁", "login", "d-" + person, "roles", List.of(role))));
        calls.add(own.call("POST /api/v1/customers/{id}/assign").sending(Map.of("owner", person)));
        calls.add(withoutSession(own.call("POST /api/v1/customers/{id}/comments"))
                .sending(Map.of("text", "@[某](person:" + person + ") 来看")));
        calls.add(Call.of("POST /api/v1/notifications/read").sending(Map.of("ids", List.of(job))));
        calls.add(Call.of("GET /api/v1/files/{id}", "id", upload));
        calls.add(Call.of("DELETE /api/v1/files/{id}", "id", upload));
        calls.add(own.call("POST /api/v1/imports").asking("owner", person));
        calls.add(own.call("POST /api/v1/imports").asking("tags", tag));
        calls.add(Call.of("POST /api/v1/imports")
                .asking("object", "customer")
                .asking("upload", job)
                .sending("")
                .with("Content-Type", "application/x-www-form-urlencoded"));
        return calls;
    }

    /** A file that waits in this firm for a customer to hold it. */
    private static String upload(Examples examples) {
        var kept = examples.call("POST /api/v1/files")
                .send(examples.firm.administrator().http());
        return kept.json().path("id").asString();
    }

    private void compare(Call call, Http sender) {
        Call missing = twin(call);
        var answer = call.send(sender);
        var expected = missing.send(sender);
        requests += 2;
        boolean answered = ANSWERED.contains(call.operation())
                || call.operation().endsWith("/why")
                || call.operation().endsWith("/bulk") && answer.status() == 202;
        if (!REFUSED.contains(answer.status()) && !answered) problems.add(call + " → " + told(answer, sender));
        String told = told(answer, sender);
        String wanted = told(expected, sender);
        if (!told.equals(wanted)) problems.add(call + "\n   " + told + "\n   but for a missing id " + wanted);
    }

    /** The same with ids that nobody has, of the same moment, in the place of the foreign ones; one's own stay. */
    private Call twin(Call call) {
        Call twin = call;
        for (String id : ids(call)) {
            if (!foreign.contains(id)) continue;
            String other = id.substring(0, 18) + UUID.randomUUID().toString().substring(18);
            for (var value : call.place().entrySet()) {
                twin = twin.at(value.getKey(), twin.place().get(value.getKey()).replace(id, other));
            }
            for (var value : call.query().entrySet()) {
                twin = twin.asking(
                        value.getKey(), twin.query().get(value.getKey()).replace(id, other));
            }
            if (twin.body() instanceof JsonNode body)
                twin = twin.sending(JSON.readTree(body.toString().replace(id, other)));
        }
        return twin;
    }

    private static List<String> ids(Call call) {
        return ID.matcher(call.address() + call.body())
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
    }

    /** Status and body, without numbers, ids and times that differ between any two requests; long work with its end. */
    private static String told(Http.Answer answer, Http sender) {
        String text = answer.text();
        if (answer.status() == 202) text = ended(answer.json(), sender);
        return answer.status() + " "
                + ID.matcher(text)
                        .replaceAll("<id>")
                        .replaceAll("\"id\":\"\\d+\"", "")
                        .replaceAll("\"(\\w+)\":\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"", "\"$1\":<time>");
    }

    private static String ended(JsonNode job, Http sender) {
        String path = "/api/v1/jobs/" + job.path("id").asString();
        for (int i = 0; i < 500; i++) {
            var now = sender.get(path).json();
            String state = now.path("state").asString("");
            if (!state.equals("queued") && !state.equals("running")) {
                return state + now.path("result") + sender.get(path + "/rows").text();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("the job did not end");
    }
}
