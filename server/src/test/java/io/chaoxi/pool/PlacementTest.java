package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has no owner is in exactly one pool, whatever took the owner away. */
class PlacementTest extends PooledFirm {

    @Test
    void whoHasNoOwnerIsInTheFirstPoolWhoseConditionHeMeets() {
        assertThat(poolOf(ownerless("上海甲", "310000"))).isEqualTo(shanghai);
        assertThat(poolOf(ownerless("苏州乙", "320500"))).isEqualTo(standard);
        assertThat(poolOf(owned("上海丙", "310000", member))).isNull();
        UUID earlier = pool(Map.of("name", "先看", "condition", "name=like=特别", "position", 0));
        assertThat(poolOf(ownerless("上海特别", "310000"))).isEqualTo(earlier);
        settled();
    }

    @Test
    void anOwnerTakenAwayByHandOrInBulkLeavesHimInAPool() {
        UUID one = owned("上海甲", "310000", member);
        var nobody = new HashMap<String, Object>();
        nobody.put("owner", null);
        assertThat(admin.patch(list() + "/" + one, 1, nobody).status()).isEqualTo(200);
        assertThat(poolOf(one)).isEqualTo(shanghai);
        assertThat(seen(one).path("formerOwner").path("id").asString())
                .isEqualTo(member.id().toString());
        UUID two = owned("上海乙", "310000", member);
        var bulk = Map.of("ids", List.of(two.toString()), "action", "assign", "arguments", nobody);
        var job = ended(firm.administrator(), admin.post(list() + "/bulk", bulk));
        assertThat(job.path("result").path("done").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(poolOf(two)).isEqualTo(shanghai);
        assertThat(admin.post(list() + "/" + two + "/assign", Map.of("owner", other.id()))
                        .status())
                .isEqualTo(200);
        assertThat(poolOf(two)).isNull();
        assertThat(seen(two).path("formerOwner").isNull()).isTrue();
    }

    @Test
    void aChangedFieldMovesHimToThePoolThatNowTakesHim() {
        UUID one = ownerless("搬家公司", "320500");
        assertThat(admin.patch(list() + "/" + one, 1, Map.of("region", "310000"))
                        .status())
                .isEqualTo(200);
        assertThat(poolOf(one)).isEqualTo(shanghai);
    }

    @Test
    void whoComesBackFromTheBinIsSortedAnew() {
        UUID one = ownerless("上海甲", "310000");
        assertThat(admin.delete(list() + "/" + one).status()).isEqualTo(204);
        assertThat(admin.delete(POOLS + "/" + shanghai).status()).isEqualTo(204);
        settled();
        assertThat(admin.post(list() + "/" + one + "/restore", Map.of()).status())
                .isEqualTo(200);
        assertThat(poolOf(one)).isEqualTo(standard);
    }

    @Test
    void aChangedConditionOrOrderSortsEverybodyAnew() {
        UUID one = ownerless("上海甲", "310000");
        UUID two = ownerless("苏州乙", "320500");
        change(shanghai, Map.of("condition", "region==320500"));
        settled();
        assertThat(poolOf(one)).isEqualTo(standard);
        assertThat(poolOf(two)).isEqualTo(shanghai);
        UUID suzhou = pool(Map.of("name", "苏州公海", "condition", "region==320500", "position", 2));
        settled();
        assertThat(poolOf(two)).isEqualTo(shanghai);
        change(suzhou, Map.of("position", 0));
        settled();
        assertThat(poolOf(two)).isEqualTo(suzhou);
    }

    @Test
    void mergesAndTheirUndoLeaveEverybodyInAPool() {
        UUID survivor = owned("合并甲", "310000", member);
        UUID gone = ownerless("合并乙", "310000");
        var merge = Map.of(
                "survivor", Map.of("id", survivor.toString(), "version", 1),
                "others", List.of(Map.of("id", gone.toString(), "version", 1)));
        Http.Answer merged = admin.post(list() + "/merges", merge);
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(poolOf(survivor)).isNull();
        String undo = "/api/v1/merges/" + merged.json().path("id").asString() + "/undo";
        assertThat(admin.post(undo, Map.of()).status()).isLessThan(300);
        assertThat(poolOf(gone)).isEqualTo(shanghai);
    }

    @Test
    void anImportPutsRowsIntoTheChosenPoolAndThereTheyStay() {
        String file = "客户名称,地区\n进口甲,苏州\n进口乙,上海\n";
        String upload = admin.upload("/api/v1/imports?object=" + object() + "&pool=" + shanghai, "a.csv", file)
                .text();
        settled();
        var found = items(admin.get(list() + "?pool=" + shanghai + "&fields=name"));
        assertThat(found).as(upload).hasSize(2);
        change(shanghai, Map.of("condition", "region==320500"));
        settled();
        assertThat(items(admin.get(list() + "?pool=" + shanghai))).hasSize(2);
    }

    @Test
    void anImportByConditionsPutsEachRowWhereItBelongs() {
        String file = "客户名称,地区,负责人\n进口甲,苏州,\n进口乙,上海,\n有主的,上海,%s\n".formatted(member.login());
        admin.upload("/api/v1/imports?object=" + object() + "&pool=conditions", "a.csv", file);
        settled();
        assertThat(items(admin.get(list() + "?pool=" + shanghai)))
                .singleElement()
                .extracting(row -> row.path("name").asString())
                .isEqualTo("进口乙");
        assertThat(items(admin.get(list() + "?pool=" + standard))).hasSize(1);
        var refused = member.http().upload("/api/v1/imports?object=" + object() + "&pool=conditions", "a.csv", file);
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    }

    @Test
    void whoImportedIntoAPoolOfHisTakesItBackHimself() {
        SignedIn manager = firm.personIn(firm.department("销售部", null), "manager");
        terms(shanghai, Map.of("members", List.of(who(manager)), "fields", List.of(), "grades", Map.of()));
        UUID before = ownerless("早就在的", "310000");
        String file = "客户名称,地区\n进口甲,苏州\n进口乙,上海\n";
        var job = ended(
                manager,
                manager.http().upload("/api/v1/imports?object=" + object() + "&pool=" + shanghai, "a.csv", file));
        String list = list() + "?pool=" + shanghai;
        assertThat(items(manager.http().get(list))).hasSize(3);
        String undo = "/api/v1/jobs/" + job.path("id").asString() + "/undo";
        var undone = ended(manager, manager.http().post(undo, null));
        assertThat(undone.path("result").path("done").asInt())
                .as(undone.toString())
                .isEqualTo(2);
        assertThat(items(manager.http().get(list)))
                .singleElement()
                .extracting(row -> row.path("id").asString())
                .isEqualTo(before.toString());
    }

    @Test
    void aConditionMustMeanTheSameToEverybody() {
        for (String condition : List.of("owner==@me", "ownerDepartment==@myDepartment", "nothing==1", "region==")) {
            var refused = admin.post(POOLS, Map.of("name", "错", "condition", condition));
            assertThat(refused.status()).as(condition + refused.text()).isEqualTo(422);
        }
        assertThat(admin.delete(POOLS + "/" + standard).code()).isEqualTo("poolStays");
        var conditioned = admin.patch(POOLS + "/" + standard, 1, Map.of("condition", "region==310000"));
        assertThat(conditioned.status()).isEqualTo(422);
    }
}
