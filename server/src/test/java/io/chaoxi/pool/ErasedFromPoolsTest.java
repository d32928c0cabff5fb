package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why a customer was given back is read by a whole pool: who is erased is erased from it too. */
class ErasedFromPoolsTest extends PooledFirm {
    @Test
    void theReasonKeepsNeitherNameNorNumberOfWhoIsErased() {
        UUID id = owned("上海甲", "310000", member);
        var card = new HashMap<String, Object>(Map.of("name", "熊建国", "customer", id, "phone", "+8613912345678"));
        UUID contact = firm.record("contact", card);
        var reason = Map.of("reason", "熊建国 13912345678 已离职，不接电话");
        assertThat(member.http().post(CUSTOMERS + "/" + id + "/release", reason).status())
                .isEqualTo(200);
        var order = Map.of("name", "熊建国", "reason", "consentWithdrawn");
        var job = ended(firm.administrator(), admin.post("/api/v1/privacy/contact/" + contact + "/erase", order));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(seen(id).path("poolReason").asString()).isEqualTo("［已删除］ ［已删除］ 已离职，不接电话");
        assertThat(admin.get(CUSTOMERS + "/" + id + "/history").text()).doesNotContain("熊建国", "13912345678");
    }
}
