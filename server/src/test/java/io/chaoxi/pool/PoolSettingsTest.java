package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pool and its terms are written together, and what is wrong with them is told where it stands. */
class PoolSettingsTest extends PooledFirm {
    @Autowired
    TestDatabase database;

    private Http.Answer put(Map<String, Object> changes) {
        long version = admin.get(POOLS + "/" + shanghai).json().path("version").asLong();
        var body = new HashMap<String, Object>(
                Map.of("members", List.of(who(member)), "fields", List.of("industry"), "grades", Map.of()));
        body.putAll(changes);
        return admin.with("If-Match", "\"" + version + "\"").put(POOLS + "/" + shanghai + "/terms", body);
    }

    @Test
    void aConditionIsChangedWithTheMembersOrNotAtAll() {
        var condition = Map.of("condition", "region==320500");
        var gone = Map.of("object", "person", "id", shanghai.toString());
        assertThat(put(Map.of("pool", condition, "members", List.of(gone))).status())
                .isEqualTo(422);
        var pool = admin.get(POOLS + "/" + shanghai).json();
        assertThat(pool.path("condition").asString()).isEqualTo("region==310000");
        var both = put(Map.of("pool", condition, "members", List.of(who(other))));
        assertThat(both.status()).as(both.text()).isEqualTo(200);
        pool = admin.get(POOLS + "/" + shanghai).json();
        assertThat(pool.path("condition").asString()).isEqualTo("region==320500");
        assertThat(both.json().path("version").asLong())
                .isEqualTo(pool.path("version").asLong());
        assertThat(both.json().path("members").path(0).path("id").asString())
                .isEqualTo(other.id().toString());
        assertThat(put(Map.of("pool", Map.of("condition", "nothing==1")))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("condition");
        assertThat(put(Map.of("pool", "上海")).status()).isEqualTo(422);
        settled();
    }

    @Test
    void limitsOfGradesNameTheGradeAndTheRule() {
        var wrong = put(Map.of("grades", Map.of("high", -1, "low", 100_001, "高级", 3, "medium", 2.5)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json()
                        .path("errors")
                        .valueStream()
                        .map(one -> one.path("field").asString() + " "
                                + one.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "grades.high min", "grades.low max", "grades.高级 unknownChoice", "grades.medium notANumber");
        assertThat(put(Map.of("grades", List.of()))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("notAnObject");
        assertThat(put(Map.of("grades", Map.of("high", 20)))
                        .json()
                        .path("grades")
                        .path("high")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void aFieldThatIsNoMoreStandsInNobodysWay() {
        database.arrange("update pool set shown_fields = array['industry', 'gone'] where id = '" + shanghai + "'");
        var terms = admin.get(POOLS + "/" + shanghai + "/terms").json();
        assertThat(terms.path("fields").valueStream().map(one -> one.asString()))
                .containsExactly("industry");
    }
}
