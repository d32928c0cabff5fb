package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who sees what is to be done, and who changes it. */
class TaskRightsTest extends ToDo {
    private SignedIn delegating() {
        var role = Map.of(
                "name", "能派任务",
                "permissions",
                        List.of(
                                "task.read",
                                "task.create",
                                "task.update",
                                "task.assign",
                                "task.delete",
                                "customer.read"),
                "scopes", Map.of("task", "self", "customer", "self"));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        return firm.person("能派任务");
    }

    @Test
    void whoeverReachesTheCustomerReadsWhatOthersDoThereAndChangesNothing() {
        var made = task(firm.administrator(), Map.of("customer", customer, "goal", "底价八折"));
        var read = get(rep.http(), "/api/v1/customers/" + customer + "/tasks").at("/open/0");
        assertThat(read.path("goal").asString()).isEqualTo("底价八折");
        assertThat(read.path("can").valueStream().map(JsonNode::asString)).doesNotContain("update", "delete");
        assertThat(rep.http().get(TASKS + "/" + id(made)).status()).isEqualTo(404);
        assertThat(verb(rep.http(), made, "done", Map.of()).status()).isEqualTo(404);
        assertThat(list(rep, "")).isEmpty();
        var stranger = firm.person("rep");
        assertThat(stranger.http()
                        .get("/api/v1/customers/" + customer + "/tasks")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoGaveItAwaySeesItChangesItAndCancelsIt() {
        var boss = delegating();
        var made = task(boss, Map.of("owner", rep.id()));
        assertThat(list(boss, "assignedBy==@me")).hasSize(1);
        assertThat(get(boss.http(), TASKS + "/count").path("value").asInt()).isEqualTo(1);
        var changed = did(boss.http().patch(TASKS + "/" + id(made), 1, Map.of("dueOn", day(2))));
        assertThat(boss.http().delete(TASKS + "/" + id(made)).status())
                .as("it is in the charge of its owner")
                .isEqualTo(403);
        did(verb(boss.http(), changed, "cancel", Map.of("reason", "不用了")));
        assertThat(list(delegatingNobody(), "")).isEmpty();
    }

    private SignedIn delegatingNobody() {
        return firm.person("能派任务");
    }

    @Test
    void onceItIsPassedOnByAnotherItIsNotHisAnyMore() {
        var boss = delegating();
        var made = task(boss, Map.of("owner", rep.id()));
        var other = firm.person("rep");
        did(admin.patch(TASKS + "/" + id(made), 1, Map.of("owner", other.id())));
        assertThat(boss.http().get(TASKS + "/" + id(made)).status()).isEqualTo(404);
        assertThat(rep.http().get(TASKS + "/" + id(made)).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotAssignGivesNoneToOthers() {
        var other = firm.person("rep");
        assertThat(fault(post(rep.http(), Map.of("owner", other.id())))).isEqualTo("owner fieldNotWritable");
        var none = new java.util.HashMap<String, Object>();
        none.put("owner", null);
        assertThat(fault(admin.patch(TASKS + "/" + id(task(firm.administrator(), Map.of())), 1, none)))
                .isEqualTo("owner notBlank");
    }

    @Test
    void aTaskIsHungOnWhatOneReachesOnly() {
        UUID theirs = firm.record("customer", Map.of("name", "别人的客户"));
        assertThat(fault(post(rep.http(), Map.of("customer", theirs)))).isEqualTo("customer unknownReference");
        UUID contact = firm.record("contact", Map.of("name", "李梅", "customer", theirs));
        assertThat(fault(post(rep.http(), Map.of("contact", contact)))).isEqualTo("contact unknownReference");
        UUID lead = firm.record("lead", Map.of("name", "别人的线索"));
        assertThat(fault(post(rep.http(), Map.of("lead", lead)))).isEqualTo("lead unknownReference");
        var own = task(rep, Map.of());
        assertThat(fault(rep.http().patch(TASKS + "/" + id(own), 1, Map.of("customer", theirs))))
                .isEqualTo("customer unknownReference");
    }

    @Test
    void anotherFirmFindsNothing() {
        var made = task(rep, Map.of("customer", customer));
        var stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get(TASKS + "/" + id(made)).status()).isEqualTo(404);
        assertThat(verb(stranger, made, "done", Map.of()).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/customers/" + customer + "/tasks").status())
                .isEqualTo(404);
        assertThat(fault(post(stranger, Map.of("customer", customer)))).isEqualTo("customer unknownReference");
    }
}
