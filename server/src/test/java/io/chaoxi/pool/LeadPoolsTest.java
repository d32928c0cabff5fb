package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.testing.Http;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is special about pools of leads: leads come to an end, and some become customers. */
class LeadPoolsTest extends PooledFirm {
    private static final String LEADS = "/api/v1/leads";

    @Override
    String object() {
        return "lead";
    }

    private Http.Answer verb(UUID lead, String verb, Map<String, Object> body) {
        long version = seen(lead).path("version").asLong();
        return admin.with("If-Match", "\"" + version + "\"").post(LEADS + "/" + lead + "/" + verb, body);
    }

    private void done(UUID lead, String verb, Map<String, Object> body) {
        var answer = verb(lead, verb, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void invalidate(UUID lead) {
        done(lead, "invalidate", Map.of("reason", "noNeed"));
    }

    @Test
    void whatIsAtItsEndIsInNoPoolAndComesBackIntoOneWhenItIsReopened() {
        UUID id = ownerless("上海甲", "310000");
        assertThat(poolOf(id)).isEqualTo(shanghai);
        invalidate(id);
        assertThat(poolOf(id)).isNull();
        assertThat(seen(id).path("pooledAt").isNull()).isTrue();
        assertThat(items(admin.get(LEADS + "?pool=" + shanghai))).isEmpty();
        assertThat(claim(member, id).status()).isEqualTo(404);
        done(id, "reopen", Map.of());
        assertThat(poolOf(id)).isEqualTo(shanghai);
        done(id, "convert", Map.of("customer", "new"));
        assertThat(poolOf(id)).isNull();
        assertThat(items(admin.get(LEADS + "?pool=" + shanghai))).isEmpty();
    }

    @Test
    void whatIsAtItsEndIsNeitherGivenBackNorLocked() {
        UUID id = owned("上海甲", "310000", member);
        invalidate(id);
        assertThat(release(member, id).code()).isEqualTo("recordEnded");
        assertThat(admin.post(LEADS + "/" + id + "/lock", Map.of("reason", "大客户"))
                        .code())
                .isEqualTo("recordEnded");
        assertThat(poolOf(id)).isNull();
    }

    @Test
    void onlyWhatIsOpenCountsAsHeld() {
        change(shanghai, Map.of("heldMost", 1));
        invalidate(owned("没戏了", "310000", member));
        assertThat(claim(member, ownerless("上海甲", "310000")).status()).isEqualTo(200);
        var full = claim(member, ownerless("上海乙", "310000"));
        assertThat(full.json().path("limit").asString()).isEqualTo("held");
        assertThat(full.json().path("detail").asString()).contains("手上线索已满 1 条");
    }

    @Test
    void theLeadsOfACustomerThatWaitsBelongToNobodyAndToWhoeverClaimsIt() {
        UUID lead = owned("上海甲", "310000", member);
        done(lead, "convert", Map.of("customer", "new", "contact", "new", "contactValues", Map.of("name", "熊建国")));
        String customer = CUSTOMERS + "/" + seen(lead).at("/customer/id").asString();
        assertThat(member.http()
                        .post(customer + "/release", Map.of("reason", "近期无计划"))
                        .status())
                .isEqualTo(200);
        assertThat(seen(lead).path("owner").isNull()).isTrue();
        assertThat(poolOf(lead)).isNull();
        assertThat(other.http().post(customer + "/claim", Map.of()).status()).isEqualTo(200);
        assertThat(seen(lead).at("/owner/id").asString()).isEqualTo(other.id().toString());
    }

    @Test
    void aPoolSpeaksOfWhatItHoldsAndHoldsItForGood() {
        var campaign = Map.<String, Object>of("name", "展会池", "condition", "campaign=like=展会", "position", 0);
        UUID fair = pool(campaign);
        settled();
        var values = new HashMap<String, Object>(Map.of("name", "展会来的", "campaign", "春季展会", "region", "310000"));
        values.put("owner", null);
        assertThat(poolOf(firm.record("lead", values))).isEqualTo(fair);
        var ofCustomers = new HashMap<String, Object>(campaign);
        ofCustomers.put("object", "customer");
        assertThat(admin.post(POOLS, ofCustomers).status())
                .as("customers have no campaign")
                .isEqualTo(422);
        long version = admin.get(POOLS + "/" + fair).json().path("version").asLong();
        var moved = admin.patch(POOLS + "/" + fair, version, Map.of("object", "customer"));
        assertThat(moved.json().at("/errors/0/code").asString()).isEqualTo("poolObjectStays");
        assertThat(admin.post(POOLS, Map.of("name", "联系人池", "object", "contact"))
                        .status())
                .isEqualTo(422);
        var plain = admin.post(POOLS, Map.of("name", "没写的"));
        assertThat(plain.json().path("object").asString()).isEqualTo("customer");
    }

    @Test
    void poolsOfTheOtherObjectAreUnknownToIt() {
        UUID ofCustomers = UUID.fromString(items(admin.get(POOLS + "?filter=object==customer;standard==true"))
                .getFirst()
                .path("id")
                .asString());
        assertThat(admin.get(LEADS + "?pool=" + ofCustomers).status()).isEqualTo(404);
        assertThat(admin.get(CUSTOMERS + "?pool=" + shanghai).status()).isEqualTo(404);
        String imported = "/api/v1/imports?object=lead&pool=" + ofCustomers;
        assertThat(admin.upload(imported, "a.csv", "公司名称\n进口甲\n").status()).isEqualTo(422);
        long version = admin.get(POOLS + "/" + shanghai).json().path("version").asLong();
        var terms = new HashMap<String, Object>(Map.of("members", List.of(), "fields", List.of(), "grades", Map.of()));
        terms.put("returns", Map.of("days", 5, "to", "pool", "pool", ofCustomers.toString()));
        String path = POOLS + "/" + shanghai + "/terms";
        assertThat(admin.with("If-Match", "\"" + version + "\"")
                        .put(path, terms)
                        .status())
                .isEqualTo(422);
        terms.put("returns", null);
        terms.put("grades", Map.of("high", 3));
        assertThat(admin.with("If-Match", "\"" + version + "\"")
                        .put(path, terms)
                        .status())
                .as("leads have no grade")
                .isEqualTo(422);
    }

    @Test
    void whatTheProgramMakesForNobodyIsSortedByCondition() {
        Supplier<UUID> made = () -> firm.made("lead", Map.of("name", "网上留言", "region", "310000"));
        UUID id = Acting.as(Actor.system(firm.tenant(), ZoneOffset.UTC), made);
        assertThat(poolOf(id)).isEqualTo(shanghai);
    }
}
