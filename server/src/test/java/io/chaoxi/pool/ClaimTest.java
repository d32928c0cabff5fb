package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Out of a pool and back: who may, what he becomes, what is remembered. */
class ClaimTest extends PooledFirm {
    @Autowired
    TestDatabase database;

    private List<String> kinds(UUID id) {
        return items(admin.get(list() + "/" + id + "/history")).stream()
                .map(line -> line.path("kind").asString())
                .toList();
    }

    private JsonNode held(SignedIn person) {
        return person.http().get("/api/v1/my-pools/" + object()).json().path("held");
    }

    @Test
    void whoClaimsOwnsItAndWhoComesLaterIsToldWho() {
        UUID id = ownerless("上海甲", "310000");
        var claimed = claim(member, id);
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
        assertThat(claimed.json().path("owner").path("id").asString())
                .isEqualTo(member.id().toString());
        assertThat(member.http().get(list() + "/" + id).json().path("can").toString())
                .contains("release");
        SignedIn late = firm.person("rep");
        terms(shanghai, Map.of("members", List.of(who(member), who(late)), "fields", List.of(), "grades", Map.of()));
        var lost = claim(late, id);
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.code()).isEqualTo("alreadyClaimed");
        assertThat(lost.json().path("owner").path("label").asString())
                .isEqualTo(claimed.json().path("owner").path("label").asString());
        assertThat(claim(other, id).status()).isEqualTo(404);
        assertThat(kinds(id)).startsWith("claimed");
        assertThat(held(member).asInt()).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackWaitsWithItsReasonAndFormerOwner() {
        UUID id = owned("上海甲", "310000", member);
        assertThat(release(other, id).status()).isEqualTo(404);
        var released = release(member, id);
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(poolOf(id)).isEqualTo(shanghai);
        assertThat(kinds(id)).startsWith("released");
        var row = items(member.http().get(list() + "?pool=" + shanghai)).getFirst();
        assertThat(row.path("poolReason").asString()).isEqualTo("近期无计划");
        assertThat(row.path("formerOwner").path("id").asString())
                .isEqualTo(member.id().toString());
        assertThat(release(member, id).status()).isEqualTo(404);
        assertThat(release(firm.administrator(), id).code()).isEqualTo("alreadyInPool");
        var withoutReason = firm.administrator().http().post(list() + "/" + id + "/release", Map.of());
        assertThat(withoutReason.status()).isEqualTo(422);
    }

    @Test
    void whoMayNotClaimMayNotThoughHeIsAMember() {
        UUID id = ownerless("上海甲", "310000");
        SignedIn finance = firm.person("finance");
        terms(shanghai, Map.of("members", List.of(who(finance)), "fields", List.of(), "grades", Map.of()));
        assertThat(claim(finance, id).status()).isEqualTo(403);
    }

    @Test
    void whatWasJustGivenBackRestsForHisFormerOwnerAndForAll() {
        change(shanghai, Map.of("coolOffDays", 5, "closedHours", 4));
        UUID id = owned("上海甲", "310000", member);
        assertThat(release(member, id).status()).isEqualTo(200);
        var cool = claim(member, id);
        assertThat(cool.status()).isEqualTo(422);
        assertThat(cool.code()).isEqualTo("poolQuotaReached");
        assertThat(cool.json().path("limit").asString()).isEqualTo("coolOff");
        assertThat(cool.json().path("detail").asString()).contains("5 天");
        var closed = claim(firm.administrator(), id);
        assertThat(closed.json().path("limit").asString()).isEqualTo("closed");
        assertThat(closed.json().path("until").asString()).isNotBlank();
        database.arrange(
                "update " + object() + " set pooled_at = pooled_at - interval '5 hours' where id = '" + id + "'");
        assertThat(claim(member, id).json().path("limit").asString()).isEqualTo("coolOff");
        database.arrange(
                "update " + object() + " set pooled_at = pooled_at - interval '5 days' where id = '" + id + "'");
        assertThat(claim(member, id).status()).isEqualTo(200);
        assertThat(claim(member, ownerless("上海新", "310000")).status()).isEqualTo(200);
    }

    @Test
    void manyAreClaimedGivenBackAndAssignedWithAnAnswerForEach() {
        change(shanghai, Map.of("claimsPerDay", 2));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) ids.add(ownerless("上海" + i, "310000").toString());
        var claims = Map.of("filter", "", "pool", shanghai.toString(), "action", "claim");
        var job = ended(member, member.http().post(list() + "/bulk", claims));
        assertThat(job.path("result").path("done").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.path("result").path("refused").asInt()).isEqualTo(1);
        var rows = items(member.http().get("/api/v1/jobs/" + job.path("id").asString() + "/rows?state=refused"));
        assertThat(rows.getFirst().path("message").asString()).contains("2 " + (object().equals("lead") ? "条" : "家"));
        var back = Map.of("ids", ids, "action", "release", "arguments", Map.of("reason", "太多了"));
        job = ended(member, member.http().post(list() + "/bulk", back));
        assertThat(job.path("result").path("done").asInt()).isEqualTo(2);
        assertThat(member.http()
                        .post(list() + "/bulk", Map.of("ids", ids, "action", "release"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void managersOfAPoolAssignWhatWaitsInTurnOrByLoad() {
        SignedIn manager = firm.personIn(firm.department("销售部", null), "manager");
        terms(shanghai, Map.of("members", List.of(who(manager)), "fields", List.of(), "grades", Map.of()));
        UUID one = ownerless("上海甲", "310000");
        var assigned = manager.http().post(list() + "/" + one + "/assign", Map.of("owner", other.id()));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(kinds(one)).startsWith("assigned");
        for (int i = 0; i < 4; i++) ownerless("上海" + i, "310000");
        Map<String, Object> arguments = new HashMap<>(
                Map.of("owners", List.of(member.id().toString(), other.id().toString()), "by", "load"));
        var work = new HashMap<String, Object>(
                Map.of("filter", "", "pool", shanghai.toString(), "action", "assign", "arguments", arguments));
        var job = ended(manager, manager.http().post(list() + "/bulk", work));
        assertThat(job.path("result").path("done").asInt()).as(job.toString()).isEqualTo(4);
        assertThat(held(member).asInt()).isEqualTo(3);
        assertThat(held(other).asInt()).isEqualTo(2);
        for (int i = 0; i < 4; i++) ownerless("再来" + i, "310000");
        arguments.put("by", "roundRobin");
        ended(manager, manager.http().post(list() + "/bulk", work));
        assertThat(held(member).asInt()).isEqualTo(5);
        assertThat(held(other).asInt()).isEqualTo(4);
        arguments.put("by", "moon");
        assertThat(manager.http().post(list() + "/bulk", work).status()).isEqualTo(422);
    }
}
