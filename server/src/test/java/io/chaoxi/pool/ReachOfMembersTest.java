package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members see what waits in their pools, by the pool alone and no more of it than it shows; nobody else knows of it. */
class ReachOfMembersTest extends PooledFirm {

    private UUID waiting() {
        var values = new HashMap<String, Object>(Map.of(
                "name", "赣江造船", "region", "310000", "industry", "C37", "phone", "+8613912345678", "remark", "机密"));
        values.put("owner", null);
        return firm.record("customer", values);
    }

    private static boolean knows(SignedIn person, String address, UUID id) {
        var answer = person.http().get(address);
        return answer.status() == 200 && answer.text().contains(id.toString());
    }

    @Test
    void onlyMembersListAndReadWhatWaitsAndOnlyThroughThePool() {
        UUID id = waiting();
        String in = "?pool=" + shanghai;
        assertThat(knows(member, CUSTOMERS + in, id)).isTrue();
        assertThat(knows(member, CUSTOMERS + in + "&sort=name", id)).isTrue();
        assertThat(knows(member, CUSTOMERS + in + "&sort=-pooledAt&filter=industry==C37", id))
                .isTrue();
        assertThat(knows(member, CUSTOMERS + in + "&q=造船", id)).isTrue();
        assertThat(knows(member, CUSTOMERS + "/" + id + in, id)).isTrue();
        assertThat(member.http()
                        .get(CUSTOMERS + "/count" + in)
                        .json()
                        .path("value")
                        .asInt())
                .isEqualTo(1);
        for (String around : List.of(
                CUSTOMERS,
                CUSTOMERS + "/" + id,
                CUSTOMERS + "?q=造船",
                "/api/v1/search?q=造船",
                CUSTOMERS + "/" + id + "/history",
                CUSTOMERS + "/" + id + "/comments",
                CUSTOMERS + "/" + id + "?pool=" + standard,
                CUSTOMERS + "?pool=" + standard)) {
            assertThat(knows(member, around, id)).as(around).isFalse();
        }
        assertThat(member.http().get(CUSTOMERS + "/count").json().path("value").asInt())
                .isZero();
        for (String address : List.of(CUSTOMERS + in, CUSTOMERS + "/" + id + in, CUSTOMERS + "/count" + in)) {
            assertThat(other.http().get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(other.http().post(CUSTOMERS + "/" + id + "/claim", Map.of()).status())
                .isEqualTo(404);
        assertThat(knows(firm.administrator(), CUSTOMERS, id)).isTrue();
    }

    @Test
    void hiddenFieldsAreNeitherShownNorFilteredSortedOrSearched() {
        UUID id = waiting();
        String in = "?pool=" + shanghai;
        for (String address : List.of(CUSTOMERS + in, CUSTOMERS + "/" + id + in)) {
            String text = member.http().get(address).text();
            assertThat(text).contains("赣江造船", "C37").doesNotContain("机密", "5678", "310000");
        }
        for (String asked :
                List.of("&filter=region==310000", "&filter=phone=like=139", "&sort=region", "&fields=name,phone")) {
            assertThat(member.http().get(CUSTOMERS + in + asked).status())
                    .as(asked)
                    .isEqualTo(400);
        }
        assertThat(items(member.http().get(CUSTOMERS + in + "&q=5678"))).isEmpty();
    }

    @Test
    void whatWaitsIsOnlyRead() {
        UUID id = waiting();
        Http http = member.http();
        assertThat(http.get(CUSTOMERS + "/" + id + "?pool=" + shanghai)
                        .json()
                        .path("can")
                        .toString())
                .isEqualTo("[\"claim\"]");
        assertThat(http.patch(CUSTOMERS + "/" + id, 1, Map.of("name", "改")).status())
                .isEqualTo(404);
        assertThat(http.delete(CUSTOMERS + "/" + id).status()).isEqualTo(404);
        assertThat(http.post(CUSTOMERS + "/" + id + "/reveal", Map.of("field", "phone"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPoolThatIsNotThereIsUnknownToThemToo() {
        waiting();
        UUID gone = pool(Map.of("name", "要删的"));
        assertThat(admin.delete(POOLS + "/" + gone).status()).isEqualTo(204);
        for (UUID none : List.of(gone, UUID.randomUUID(), member.id())) {
            for (String list : List.of(CUSTOMERS, CUSTOMERS + "/count")) {
                assertThat(admin.get(list + "?pool=" + none).status()).isEqualTo(404);
            }
        }
        settled();
    }

    @Test
    void whatWasMergedAwayLeadsToWhatWaitsInTheSamePool() {
        UUID survivor = waiting();
        var twin = new HashMap<String, Object>(Map.of("name", "赣江造船厂", "region", "310000"));
        twin.put("owner", null);
        UUID gone = firm.record("customer", twin);
        var merge = Map.of(
                "survivor", Map.of("id", survivor.toString(), "version", 1),
                "others", List.of(Map.of("id", gone.toString(), "version", 1)));
        assertThat(admin.post(CUSTOMERS + "/merges", merge).status()).isEqualTo(201);
        var old = member.http().get(CUSTOMERS + "/" + gone + "?pool=" + shanghai);
        assertThat(old.status()).isEqualTo(307);
        assertThat(old.headers().firstValue("Location")).contains(CUSTOMERS + "/" + survivor + "?pool=" + shanghai);
    }

    @Test
    void aPoolTellsItsMembersHowFullItIs() {
        waiting();
        var mine = items(member.http().get("/api/v1/my-pools/customer"));
        assertThat(mine.stream().map(pool -> pool.path("name").asString())).containsExactly("上海公海", "公海");
        assertThat(mine.getFirst().path("waiting").asInt()).isEqualTo(1);
        assertThat(mine.getFirst().path("arrived").asInt()).isEqualTo(1);
        var others = items(other.http().get("/api/v1/my-pools/customer"));
        assertThat(others.stream().map(pool -> pool.path("name").asString())).containsExactly("公海");
        assertThat(member.http().get(POOLS).status()).isEqualTo(403);
    }

    @Test
    void departmentsAndRolesAreMembersTooAndGoneAtOnce() {
        UUID id = waiting();
        UUID head = firm.department("华东", null);
        SignedIn below = firm.personIn(firm.department("苏州", head), "rep");
        SignedIn manager = firm.person("manager");
        var department = Map.of("object", "department", "id", head.toString());
        var role = Map.of("object", "role", "id", firm.role("manager").toString());
        terms(shanghai, Map.of("members", List.of(department, role), "fields", List.of(), "grades", Map.of()));
        String list = CUSTOMERS + "?pool=" + shanghai;
        assertThat(knows(below, list, id)).isTrue();
        assertThat(knows(manager, list, id)).isTrue();
        assertThat(member.http().get(list).status()).isEqualTo(404);
    }
}
