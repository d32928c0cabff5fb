package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hostile case 16: what only the program may set is sent along with every body of the API, and nothing comes of it. */
@ApplicationTest
@TestPropertySource(properties = {"crm.rate.caller-per-minute=0", "crm.rate.firm-per-minute=0"})
class MassAssignmentTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long NUMBER = 3_141_592_653L;
    private static final String TIME = "1999-01-02T03:04:05Z";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private static Map<String, Object> forged(long stranger) {
        var forged = new LinkedHashMap<String, Object>();
        forged.put("id", Hostile.MARK);
        forged.put("tenantId", stranger);
        forged.put("tenant_id", stranger);
        forged.put("ownerId", Hostile.MARK);
        forged.put("role", Hostile.MARK);
        forged.put("roles", List.of(Hostile.MARK));
        forged.put("version", NUMBER);
        forged.put("deletedAt", TIME);
        forged.put("createdAt", TIME);
        forged.put("createdBy", Hostile.MARK);
        forged.put("installationAdministrator", true);
        forged.put("completeness", NUMBER);
        return forged;
    }

    @Test
    void nobodySetsWhatOnlyTheProgramMaySet() throws Exception {
        Firm firm = Firm.found(application);
        long stranger = Firm.found(application).tenant();
        var problems = new ArrayList<String>();
        int sent = 0;
        try (var tables = new FirmTables(database)) {
            var foreign = tables.quiet(stranger);
            long administrators = administrators(tables);
            var examples = new Examples(application, firm);
            for (String operation : examples.operations()) {
                if (!operation.startsWith("POST ") && !operation.startsWith("PATCH ")) continue;
                for (var one : forged(stranger).entrySet()) {
                    Call call = examples.call(operation);
                    if (call.body() instanceof String) continue;
                    var answer = with(call, one.getKey(), one.getValue())
                            .send(firm.administrator().http());
                    sent++;
                    String what = operation + " " + one.getKey() + " " + answer.status() + " " + answer.text();
                    if (answer.status() >= 500) problems.add(what);
                    if (answer.status() < 300 && shows(answer)) problems.add("told as done: " + what);
                }
            }
            tables.quiet(firm.tenant());
            assertThat(problems).isEmpty();
            assertThat(sent).as("requests that were sent").isGreaterThan(12 * 40);
            assertThat(tables.holding(Hostile.MARK)).as("ids").isEmpty();
            assertThat(tables.holding("1999-01-02")).as("times").isEmpty();
            assertThat(tables.holding(String.valueOf(NUMBER))).as("numbers").isEmpty();
            assertThat(administrators(tables)).isEqualTo(administrators);
            assertThat(tables.quiet(stranger)).as("the other firm").isEqualTo(foreign);
        }
    }

    private static boolean shows(Http.Answer answer) {
        return List.of(Hostile.MARK, "1999-01-02", String.valueOf(NUMBER)).stream()
                .anyMatch(answer.text()::contains);
    }

    private static long administrators(FirmTables tables) {
        return tables.number("select count(*) from account where installation_administrator");
    }

    /** In the body and in the patch that it may hold. */
    private static Call with(Call call, String name, Object value) {
        ObjectNode body = call.body() instanceof ObjectNode given ? given.deepCopy() : JSON.createObjectNode();
        JsonNode forged = JSON.valueToTree(value);
        body.set(name, forged);
        if (body.path("patch") instanceof ObjectNode patch) patch.set(name, forged);
        return call.sending(body);
    }
}
