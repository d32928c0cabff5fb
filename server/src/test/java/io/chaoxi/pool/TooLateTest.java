package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever acts on what waited a moment ago takes nothing away from who was faster, and is told the truth. */
class TooLateTest extends PooledFirm {
    private SignedIn manager;

    @BeforeEach
    void members() {
        UUID sales = firm.department("销售部", null);
        manager = firm.personIn(sales, "manager");
        member = firm.personIn(sales, "rep");
        terms(shanghai, Map.of("members", List.of(who(member), who(manager)), "fields", List.of(), "grades", Map.of()));
    }

    private Http.Answer assign(SignedIn person, UUID id, UUID pool) {
        var body = Map.of("owner", other.id().toString(), "pool", pool.toString());
        return person.http().post(list() + "/" + id + "/assign", body);
    }

    private UUID ownerOf(UUID id) {
        return UUID.fromString(seen(id).path("owner").path("id").asString());
    }

    @Test
    void whatWasClaimedMeanwhileIsNotAssignedNotEvenByWhoSeesTheWholeFirm() {
        UUID id = ownerless("上海甲", "310000");
        assertThat(claim(member, id).status()).isEqualTo(200);
        for (SignedIn late : List.of(manager, firm.administrator())) {
            var lost = assign(late, id, shanghai);
            assertThat(lost.code()).as(lost.text()).isEqualTo("alreadyClaimed");
            assertThat(lost.json().path("owner").path("id").asString())
                    .isEqualTo(member.id().toString());
            var bulk = Map.of(
                    "ids", List.of(id.toString()),
                    "pool", shanghai.toString(),
                    "action", "assign",
                    "arguments", Map.of("owners", List.of(other.id().toString())));
            var job = ended(late, late.http().post(list() + "/bulk", bulk));
            assertThat(job.path("result").path("refused").asInt())
                    .as(job.toString())
                    .isEqualTo(1);
            assertThat(ownerOf(id)).isEqualTo(member.id());
        }
        assertThat(assign(member, id, standard).status()).isEqualTo(403);
        UUID two = ownerless("上海乙", "310000");
        assertThat(assign(firm.administrator(), two, shanghai).status()).isEqualTo(200);
        assertThat(ownerOf(two)).isEqualTo(other.id());
    }

    @Test
    void whatWasSortedElsewhereIsStaleAndOtherPoolsAreUnknown() {
        UUID id = ownerless("苏州甲", "320500");
        assertThat(assign(manager, id, shanghai).code()).isEqualTo("stale");
        UUID closed = pool(Map.of("name", "不开放", "condition", "region==330100", "position", 2));
        assertThat(assign(manager, id, closed).status()).isEqualTo(404);
        UUID hidden = ownerless("杭州甲", "330100");
        assertThat(assign(manager, hidden, shanghai).status())
                .as("as an id that there is not")
                .isEqualTo(404);
        assertThat(assign(firm.administrator(), hidden, shanghai).code()).isEqualTo("stale");
    }

    @Test
    void whoClaimsTwiceGotItOnce() {
        UUID id = ownerless("上海甲", "310000");
        assertThat(claim(member, id).status()).isEqualTo(200);
        var again = claim(member, id);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(seen(id).path("version").asLong()).isEqualTo(2);
        var mine = items(member.http().get("/api/v1/my-pools/" + object()));
        assertThat(mine.getFirst().path("claimed").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfHandsThatItPassedToLater() {
        UUID id = ownerless("上海甲", "310000");
        assertThat(claim(member, id).status()).isEqualTo(200);
        SignedIn late = firm.person("rep");
        terms(shanghai, Map.of("members", List.of(who(member), who(late)), "fields", List.of(), "grades", Map.of()));
        assertThat(claim(late, id).code()).isEqualTo("alreadyClaimed");
        assertThat(admin.post(list() + "/" + id + "/assign", Map.of("owner", other.id()))
                        .status())
                .isEqualTo(200);
        assertThat(claim(late, id).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotReadMayNotClaim() {
        UUID id = ownerless("上海甲", "310000");
        var made = admin.post("/api/v1/roles", Map.of("name", "只领", "permissions", List.of(object() + ".claim")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        SignedIn blind = firm.person("只领");
        terms(shanghai, Map.of("members", List.of(who(blind)), "fields", List.of(), "grades", Map.of()));
        assertThat(claim(blind, id).status()).isEqualTo(403);
        assertThat(poolOf(id)).isEqualTo(shanghai);
    }
}
