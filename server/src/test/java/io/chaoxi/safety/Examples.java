package io.chaoxi.safety;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A firm with something of everything, and for each operation of the API a request that succeeds in it when its
 * administrator sends it. What a request uses up is made anew for each.
 */
final class Examples {
    /** Object by path. */
    static final Map<String, String> OBJECTS = new TreeMap<>(Map.of(
            "customers", "customer",
            "contacts", "contact",
            "activities", "activity",
            "leads", "lead",
            "tasks", "task",
            "visits", "visit",
            "promises", "promise",
            "people", "person",
            "departments", "department",
            "pools", "pool"));

    /** The key of a custom field of customers that holds files; it is there once something was uploaded for it. */
    static final String PAPERS = "papers";

    private static final String API = Ingredients.API;

    final Firm firm;
    final SignedIn rep;
    final UUID customer;
    private final Ingredients of;
    private final Map<String, Supplier<Call>> calls = new TreeMap<>();

    Examples(ApplicationContext application, Firm firm) {
        this.firm = firm;
        this.of = new Ingredients(firm);
        this.rep = of.rep;
        this.customer = of.customer;
        var records = new RecordExamples(of, this::add);
        OBJECTS.forEach(records::of);
        records.ofTrade("customers", "customer");
        records.ofTrade("contacts", "contact");
        records.ofTrade("activities", "activity");
        records.ofTrade("leads", "lead");
        records.ofTrade("tasks", "task");
        records.ofTrade("visits", "visit");
        new VisitExamples(of, this::add).all();
        records.ofTrade("promises", "promise");
        new TaskExamples(of, this::add).all();
        new PromiseExamples(of, this::add).all();
        new LeadExamples(of, this::add).all();
        new PoolExamples(of, this::add).all();
        new FormExamples(of, this::add).all();
        new CadenceExamples(of, this::add).all();
        ofCustomers();
        around();
        ofPeopleAndRoles();
        ofFiles();
        new PrivacyExamples(application.getBean(TestDatabase.class), of, this::add).all();
        new SessionExamples(application, of, this::add).all();
    }

    Set<String> operations() {
        return calls.keySet();
    }

    /** A request that succeeds. */
    Call call(String operation) {
        return calls.get(operation).get();
    }

    private void add(String operation, Function<Call, Call> example) {
        int space = operation.indexOf(' ') + 1;
        String name = operation.substring(0, space) + API + operation.substring(space);
        calls.put(name, () -> example.apply(Call.of(name)));
    }

    private void ofCustomers() {
        add("GET customers/cleanup", call -> call);
        add("GET customers/{id}/completeness", call -> call.at("id", customer.toString()));
        add("GET duplicates/customer", call -> call.asking("name", "安全1").asking("phone", "13900000001"));
        add("GET duplicates/contact", call -> call.asking("name", "安全1").asking("phone", "13900000001"));
        add(
                "GET duplicates/{object}/pairs",
                call -> call.at("object", "customer").asking("limit", 3));
        add("POST duplicates/{object}/pairs/search", call -> call.at("object", "customer"));
        for (String verb : List.of("PUT", "DELETE")) {
            add(
                    verb + " duplicates/{object}/pairs/{id}/apart",
                    call -> call.at("object", "customer").at("id", customer + "." + of.record("customer", Map.of())));
        }
        add("GET firm/duplicate-rules", call -> call);
        add(
                "PATCH firm/duplicate-rules",
                call -> call.with("If-Match", "\"" + of.version("firm/duplicate-rules") + "\"")
                        .sending(Map.of("customerPhone", "warn")));
        add("POST merges/{id}/undo", call -> call.at("id", of.merged()));
        for (String part : List.of("", "/count", "/team")) add("GET today" + part, call -> call);
        add("GET search", call -> call.asking("q", "安全").asking("limit", 3));
    }

    private void around() {
        add("GET fields/{object}", call -> call.at("object", "customer"));
        add("GET views/{object}", call -> call.at("object", "customer"));
        add("POST views/{object}", call -> call.at("object", "customer").sending(of.view()));
        for (String verb : List.of(
                "DELETE views/{object}/{id}",
                "DELETE views/{object}/{id}/default",
                "POST views/{object}/{id}/default")) {
            add(verb, call -> call.at("object", "customer").at("id", of.made("views/customer", of.view())));
        }
        add(
                "PATCH views/{object}/{id}",
                call -> call.at("object", "customer")
                        .at("id", of.made("views/customer", of.view()))
                        .with("If-Match", "\"1\"")
                        .sending(Map.of("name", of.word())));
        add(
                "PUT views/{object}/{id}/roles",
                call -> call.at("object", "customer")
                        .at("id", of.made("views/customer", Map.of("name", of.word(), "sharing", "public")))
                        .sending(Map.of("roles", List.of(firm.role("rep")))));
        add("GET plays/{object}", call -> call.at("object", "customer"));
        add(
                "PUT plays/{object}",
                call -> call.at("object", "customer")
                        .with("If-Match", "\"" + of.version("plays/customer") + "\"")
                        .sending(Map.of("items", List.of(of.play()))));
        add("GET dictionaries", call -> call);
        add("POST dictionaries/{key}/items", call -> call.at("key", "relation").sending(Map.of("label", of.word())));
        add(
                "PATCH dictionaries/{key}/items/{id}",
                call -> item(call).with("If-Match", "\"1\"").sending(Map.of("label", of.word())));
        add("DELETE dictionaries/{key}/items/{id}", this::item);
        add("PUT dictionaries/{key}/order", call -> call.at("key", "relation").sending(Map.of("ids", List.of())));
        add("GET regions", call -> call.asking("parent", "44"));
        add("GET regions/search", call -> call.asking("q", "sz"));
        add("GET industries", call -> call);
        add("GET tags", call -> call.asking("counts", true));
        add("POST tags", call -> call.sending(Map.of("name", of.word(), "group", "组", "color", "blue")));
        add(
                "PATCH tags/{id}",
                call -> call.at("id", of.tag()).with("If-Match", "\"1\"").sending(Map.of("name", of.word())));
        add("DELETE tags/{id}", call -> call.at("id", of.tag()).asking("force", true));
        new FirmExamples(of, this::add).all();
        ofFavourites();
        add("GET custom-fields/{object}", call -> call.at("object", "customer"));
        add("POST custom-fields/{object}", call -> call.at("object", "customer").sending(of.customField()));
        add(
                "PATCH custom-fields/{object}/{id}",
                call -> ofField(call).with("If-Match", "\"1\"").sending(Map.of("label", of.word())));
        add("DELETE custom-fields/{object}/{id}", this::ofField);
        add("POST custom-fields/{object}/{id}/index", this::ofField);
        add("GET notifications", call -> call);
        add("GET notifications/count", call -> call);
        add("POST notifications/read", call -> call.sending(Map.of("all", true)));
        add("GET audit", call -> call.asking("limit", 5));
        add("POST audit/check", call -> call);
    }

    private Call item(Call call) {
        return call.at("key", "relation").at("id", of.made("dictionaries/relation/items", Map.of("label", of.word())));
    }

    private void ofFavourites() {
        add("GET favourites", call -> call);
        add(
                "PUT favourites/{object}/{id}",
                call -> call.at("object", "customer")
                        .at("id", of.record("customer", Map.of()).toString()));
        add("DELETE favourites/{object}/{id}", call -> {
            String id = of.record("customer", Map.of()).toString();
            of.done(of.http.put(API + "favourites/customer/" + id, null));
            return call.at("object", "customer").at("id", id);
        });
    }

    /** A new field, and the one before it gone: a firm has few places for fields with an index. */
    private Call ofField(Call call) {
        for (JsonNode field : of.http.get(API + "custom-fields/customer").json().path("items")) {
            of.http.delete(API + "custom-fields/customer/" + field.path("id").asString());
        }
        return call.at("object", "customer").at("id", of.made("custom-fields/customer", of.customField()));
    }

    private void ofPeopleAndRoles() {
        add(
                "DELETE people/{id}/factor",
                call -> call.at("id", of.record("person", Map.of()).toString()));
        for (String verb : List.of("lock", "unlock", "password")) {
            add(
                    "POST people/{id}/" + verb,
                    call -> call.at("id", of.record("person", Map.of()).toString())
                            .sending(verb.equals("password") ? Map.of() : null));
        }
        add("GET roles", call -> call);
        add("GET roles/catalogue", call -> call);
        add("GET roles/{id}", call -> call.at("id", firm.role("rep").toString()));
        add("POST roles", call -> call.sending(of.role()));
        add(
                "PATCH roles/{id}",
                call -> call.at("id", of.made("roles", of.role()))
                        .with("If-Match", "\"1\"")
                        .sending(Map.of("name", of.word())));
        add("DELETE roles/{id}", call -> call.at("id", of.made("roles", of.role())));
        add("GET firm", call -> call);
        add(
                "PATCH firm",
                call -> call.with("If-Match", "\"" + of.version("firm") + "\"")
                        .sending(Map.of("shortName", of.word(), "timeZone", "Asia/Shanghai")));
        add("GET firm/checklist", call -> call);
        add("GET firm/limits", call -> call);
        add(
                "PATCH firm/limits",
                call -> call.with("If-Match", "\"" + of.version("firm/limits") + "\"")
                        .sending(Map.of("storageMegabytes", 20_000)));
        add("DELETE firm/sample", call -> call);
    }

    private void ofFiles() {
        add("GET files/{id}", call -> call.at("id", file()));
        add(
                "POST files",
                call -> call.asking("object", "customer")
                        .asking("field", fileField())
                        .uploading("扫描.txt", "文字"));
        add("DELETE files/{id}", call -> call.at("id", file()));
        add("GET imports", call -> call);
        add(
                "POST imports",
                call -> call.asking("object", "customer")
                        .asking("duplicates", "skip")
                        .uploading("a.csv", of.csv()));
        add("POST imports/preview", call -> call.asking("object", "customer").uploading("a.csv", of.csv()));
        add(
                "GET imports/template/{object}",
                call -> call.at("object", "customer").asking("format", "csv"));
        add("POST imports/{id}/undo", call -> call.at("id", imported()));
        add("GET exports", call -> call);
        add(
                "POST exports",
                call -> call.sending(Map.of("object", "customer", "format", "csv", "fields", List.of("name"))));
        add("GET jobs", call -> call.asking("open", false));
        add("GET jobs/{id}", call -> call.at("id", imported()));
        add("GET jobs/{id}/rows", call -> call.at("id", imported()).asking("state", "done"));
        add("POST jobs/{id}/undo", call -> call.at("id", imported()));
        add("POST jobs/{id}/cancel", call -> call.at("id", started()));
    }

    private String file() {
        var call = call("POST " + API + "customers/{id}/files");
        return of.done(call.send(of.http)).json().path("id").asString();
    }

    private String fileField() {
        var standing = of.http.get(API + "custom-fields/customer").json().path("items");
        if (standing.findValuesAsString("key").contains(PAPERS)) return "custom." + PAPERS;
        of.made("custom-fields/customer", Map.of("key", PAPERS, "label", of.word(), "type", "files"));
        return "custom." + PAPERS;
    }

    private String started() {
        return of.done(call("POST " + API + "imports").send(of.http))
                .json()
                .path("id")
                .asString();
    }

    private String imported() {
        String job = started();
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!of.http
                .get(API + "jobs/" + job)
                .json()
                .path("state")
                .asString("")
                .equals("done")) {
            if (Instant.now().isAfter(patience)) throw new AssertionError("the import did not end");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return job;
    }
}
