package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G1: who may do what with whose customer, its contact and its attachment, and whose lead, against a model written here on its own:
 * random decisions over roles, records, actions and paths, of which none may differ. {@code -Dsafety.access=100000} for
 * the full figure.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessModelTest {
    /** What the standard roles are documented to do, written down a second time. */
    private static final Map<String, Set<String>> ACTIONS = Map.of(
            "administrator", Set.of("read", "update", "delete", "assign", "reveal", "export"),
            "manager", Set.of("read", "update", "delete", "assign", "reveal", "export"),
            "rep", Set.of("read", "update", "delete", "reveal"),
            "service", Set.of("read", "update", "reveal"),
            "finance", Set.of("read"),
            "auditor", Set.of("read"));

    private static final Set<String> WHOLE_FIRM = Set.of("administrator", "service", "finance", "auditor");

    /** One decision in so many goes through an export. */
    private static final int EXPORTS = 60;

    @Autowired
    ApplicationContext application;

    private record Someone(SignedIn person, String role, String department) {}

    /** With a person by his id, a department by its path, or a role by its code. */
    private record Shared(String with, boolean writable) {}

    private record Owned(
            UUID id,
            String name,
            String tail,
            UUID owner,
            String department,
            UUID contact,
            UUID lead,
            String file,
            Shared shared) {}

    final List<Someone> people = new ArrayList<>();
    final List<Owned> customers = new ArrayList<>();
    final Map<String, String> parents = new LinkedHashMap<>();
    SignedIn stranger;

    @BeforeAll
    void fill() {
        Firm firm = Firm.found(application);
        var departments = new LinkedHashMap<String, UUID>();
        for (String path : List.of("总部", "总部/华东", "总部/华东/苏州", "总部/华南")) {
            int cut = path.lastIndexOf('/');
            String parent = cut < 0 ? null : path.substring(0, cut);
            departments.put(
                    path, firm.department(path.substring(cut + 1), parent == null ? null : departments.get(parent)));
        }
        people.add(new Someone(firm.administrator(), "administrator", null));
        for (String role : List.of("manager", "rep", "service", "finance", "auditor")) {
            for (String department : departments.keySet()) {
                people.add(new Someone(firm.personIn(departments.get(department), role), role, department));
            }
        }
        var random = new Random(4);
        for (int i = 0; i < 60; i++) {
            Someone owner = random.nextInt(7) == 0 ? null : people.get(random.nextInt(people.size()));
            String tail = "%04d".formatted(1000 + i);
            String name = "模型客户" + (char) ('一' + i * 17) + (char) ('二' + i * 31) + "公司";
            var values = new java.util.HashMap<String, Object>(Map.of("name", name, "phone", "+861391540" + tail));
            values.put("owner", owner == null ? null : owner.person().id());
            UUID id = firm.record("customer", values);
            customers.add(new Owned(
                    id,
                    name,
                    tail,
                    owner == null ? null : owner.person().id(),
                    owner == null ? null : owner.department(),
                    firm.record("contact", Map.of("name", "联系" + i, "customer", id)),
                    LeadAccess.made(firm, i, values.get("owner")),
                    attached(firm, id),
                    i % 2 == 0 || owner == null ? null : shared(firm, id, departments, random)));
        }
        stranger = Firm.found(application).administrator();
    }

    private static String attached(Firm firm, UUID customer) {
        return firm.administrator()
                .http()
                .upload("/api/v1/customers/" + customer + "/files", "a.txt", "附件")
                .json()
                .path("id")
                .asString();
    }

    private Shared shared(Firm firm, UUID customer, Map<String, UUID> departments, Random random) {
        Someone person = people.get(random.nextInt(people.size()));
        boolean writable = random.nextBoolean();
        int kind = random.nextInt(6);
        String with = kind == 0 ? "role" : kind < 3 && person.department() != null ? "department" : "person";
        UUID id = switch (with) {
            case "role" -> firm.role(person.role());
            case "department" -> departments.get(person.department());
            default -> person.person().id();
        };
        var answer = firm.administrator()
                .http()
                .put(
                        "/api/v1/customers/" + customer + "/shares/" + with + "/" + id,
                        Map.of("level", writable ? "write" : "read"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        return new Shared(
                switch (with) {
                    case "role" -> person.role();
                    case "department" -> person.department();
                    default -> id.toString();
                },
                writable);
    }

    private static boolean sharedWith(Someone someone, Owned customer) {
        Shared shared = customer.shared();
        if (shared == null) return false;
        if (shared.with().startsWith("总部")) {
            return someone.department() != null && (someone.department() + "/").startsWith(shared.with() + "/");
        }
        return shared.with().equals(someone.role())
                || shared.with().equals(someone.person().id().toString());
    }

    private static boolean reaches(Someone someone, Owned customer) {
        return inCharge(someone, customer) || sharedWith(someone, customer);
    }

    private static boolean inCharge(Someone someone, Owned customer) {
        if (WHOLE_FIRM.contains(someone.role())) return true;
        if (someone.role().equals("rep")) return someone.person().id().equals(customer.owner());
        return customer.department() != null && (customer.department() + "/").startsWith(someone.department() + "/");
    }

    private static boolean may(Someone someone, Owned customer, String action) {
        boolean open = action.equals("update") && !inCharge(someone, customer)
                ? sharedWith(someone, customer) && customer.shared().writable()
                : reaches(someone, customer);
        return open && ACTIONS.get(someone.role()).contains(action);
    }

    @Test
    void everyPathDecidesAsTheModelDoes() {
        var random = new Random(Counts.seed());
        int decisions = Counts.of("access", 1_500);
        int granted = 0;
        for (int i = 0; i < decisions; i++) {
            Someone someone = people.get(random.nextInt(people.size()));
            Owned customer = customers.get(random.nextInt(customers.size()));
            if (decides(someone, customer, random.nextInt(EXPORTS) == 0 ? 19 : random.nextInt(19))) granted++;
        }
        System.out.println("access model: " + decisions + " decisions, " + granted + " granted, 0 differences");
        assertThat(granted).isBetween(decisions / 10, decisions * 9 / 10);
    }

    private static boolean decides(Someone someone, Owned customer, int path) {
        Http http = someone.person().http();
        String at = "/api/v1/customers/" + customer.id();
        boolean reaches = reaches(someone, customer);
        String who = someone.role() + " of " + someone.department() + " on customer of " + customer.department()
                + " path " + path;
        boolean seen = switch (path) {
            case 0 -> http.get(at).status() == 200;
            case 1 ->
                http.get("/api/v1/customers?limit=200&fields=name")
                        .text()
                        .contains(customer.id().toString());
            case 2 ->
                found(
                        http,
                        "/api/v1/customers?limit=200&fields=name&q="
                                + encoded(customer.name().substring(4, 6)),
                        customer);
            case 3 ->
                http.get("/api/v1/customers/count?filter=" + encoded("name==" + customer.name()))
                                .json()
                                .path("value")
                                .asInt()
                        == 1;
            case 4 -> http.get(at + "/history").status() == 200;
            case 5 -> http.get(at + "/why").json().required("visible").asBoolean();
            case 6 -> found(http, "/api/v1/customers?limit=200&sort=name&fields=name", customer);
            case 7 -> found(http, "/api/v1/customers?limit=200&fields=name&q=" + customer.tail(), customer);
            case 8 -> http.post(at + "/reveal", Map.of("field", "phone")).status() == 200;
            case 9 -> http.patch(at, 999_999, Map.of("shortName", "简")).code().equals("stale");
            case 10 -> http.get("/api/v1/contacts/" + customer.contact()).status() == 200;
            case 11 -> http.get("/api/v1/files/" + customer.file()).status() == 200;
            case 12 -> found(http, "/api/v1/search?limit=20&q=" + customer.tail(), customer);
            case 13 -> http.get(at + "/timeline").status() == 200;
            case 14 -> found(http, "/api/v1/customers?limit=200&sort=-changedAt&fields=name", customer);
            case 15, 16, 17, 18 -> LeadAccess.granted(http, customer.lead(), path - 15);
            default -> exported(http, customer);
        };
        boolean expected = switch (path) {
            case 8 -> may(someone, customer, "reveal");
            case 9 -> may(someone, customer, "update");
            case 15, 16, 17, 18 ->
                inCharge(someone, customer) && ACTIONS.get(someone.role()).contains(LeadAccess.ACTIONS.get(path - 15));
            case 19 -> may(someone, customer, "export");
            default -> reaches;
        };
        assertThat(seen).as(who).isEqualTo(expected);
        return seen;
    }

    private static boolean exported(Http http, Owned customer) {
        var order =
                Map.of("object", "customer", "format", "csv", "fields", List.of("name"), "ids", List.of(customer.id()));
        var started = http.post("/api/v1/exports", order);
        if (started.status() == 403) return false;
        String job = "/api/v1/jobs/" + started.json().path("id").asString();
        var patience = Instant.now().plusSeconds(30);
        var state = http.get(job).json();
        while (List.of("queued", "running").contains(state.path("state").asString())) {
            assertThat(Instant.now()).isBefore(patience);
            LockSupport.parkNanos(20_000_000);
            state = http.get(job).json();
        }
        var file = state.path("files").path(0).path("id").asString("");
        return !file.isEmpty() && http.get("/api/v1/files/" + file).text().contains(customer.name());
    }

    private static boolean found(Http http, String address, Owned customer) {
        return http.get(address).text().contains(customer.id().toString());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anotherFirmCannotTellARecordFromNone() {
        Http http = stranger.http();
        String missing = http.get("/api/v1/customers/" + UUID.randomUUID()).text();
        for (Owned customer : customers.subList(0, 10)) {
            String at = "/api/v1/customers/" + customer.id();
            assertThat(withoutNumber(http.get(at).text())).isEqualTo(withoutNumber(missing));
            assertThat(http.patch(at, 1, Map.of("name", "我的")).status()).isEqualTo(404);
            assertThat(http.delete(at).status()).isEqualTo(404);
            assertThat(http.get(at + "/history").status()).isEqualTo(404);
            assertThat(http.post(at + "/reveal", Map.of("field", "phone")).status())
                    .isEqualTo(404);
            assertThat(http.post(at + "/assign", Map.of("owner", stranger.id().toString()))
                            .status())
                    .isEqualTo(404);
            assertThat(http.get("/api/v1/customers?q=" + customer.tail())
                            .json()
                            .path("items")
                            .size())
                    .isZero();
            assertThat(http.post(
                                    "/api/v1/customers",
                                    Map.of(
                                            "name",
                                            "新",
                                            "referrer",
                                            customer.id().toString()))
                            .status())
                    .isEqualTo(422);
        }
    }

    private static String withoutNumber(String problem) {
        return problem.replaceAll("\"id\":\"[^\"]*\"", "");
    }
}
