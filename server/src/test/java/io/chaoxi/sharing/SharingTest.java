package io.chaoxi.sharing;

import static chaoxi.tables.Tables.RECORD_SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With whom one may share, and when a share ends. */
class SharingTest extends SharedCustomer {
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void departmentsReachDownAndRolesReachTheirPeople() {
        UUID head = firm.department("客服部", null);
        SignedIn below = firm.personIn(firm.department("热线", head), "rep");
        share("department", head, "read");
        assertThat(below.http().get(at).status()).isEqualTo(200);
        assertThat(colleague.http().get(at).status()).isEqualTo(404);
        share("role", firm.role("rep"), "write");
        assertThat(renamed(colleague)).isEqualTo(200);
        assertThat(renamed(below)).as("the better of both").isEqualTo(200);
        var shown = owner.http().get(at + "/shares").json().path("items");
        assertThat(shown.valueStream().map(one -> one.path("with").path("label").asString()))
                .containsExactly("销售", "客服部");
    }

    @Test
    void aShareEndsByItsDayByHandAndByLeaving() {
        var yesterday = Map.<String, Object>of(
                "level", "read", "until", today().minusDays(1).toString());
        assertThat(share(owner, "person", colleague.id(), yesterday)).isEqualTo(422);
        var today = Map.<String, Object>of("level", "read", "until", today().toString());
        assertThat(share(owner, "person", colleague.id(), today)).isEqualTo(204);
        assertThat(owner.http()
                        .get(at + "/shares")
                        .json()
                        .path("items")
                        .get(0)
                        .path("until")
                        .asString())
                .isEqualTo(today().toString());
        assertThat(colleague.http().get(at).status()).isEqualTo(200);
        expire();
        isGone();
        assertThat(owner.http().get(at + "/shares").json().path("items").isEmpty())
                .isTrue();
        share("person", colleague.id(), "read");
        String his = at + "/shares/person/" + colleague.id();
        assertThat(owner.http().delete(his).status()).isEqualTo(204);
        isGone();
        share("person", colleague.id(), "read");
        assertThat(colleague.http().delete(his).status()).isEqualTo(204);
        isGone();
        assertThat(owner.http().delete(his).status()).isEqualTo(404);
    }

    /** Within five seconds, for what is known of people's rights is kept for two. */
    private void isGone() {
        for (int i = 0; i < 100 && colleague.http().get(at).status() == 200; i++) LockSupport.parkNanos(50_000_000);
        assertThat(colleague.http().get(at).status()).isEqualTo(404);
    }

    private void expire() {
        var database = application.getBean(DSLContext.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var ended = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
        firm.administrator()
                .as(() -> transaction.execute(tx -> database.update(RECORD_SHARE)
                        .set(RECORD_SHARE.ENDS_AT, ended)
                        .execute()));
        forgetActors();
    }

    @Test
    void onlyThoseInWhoseChargeItIsShare() {
        var read = Map.<String, Object>of("level", "read");
        assertThat(share(firm.person("auditor"), "person", colleague.id(), read))
                .isEqualTo(403);
        assertThat(share(colleague, "person", colleague.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", UUID.randomUUID(), read)).isEqualTo(404);
        assertThat(share(owner, "team", colleague.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", colleague.id(), Map.of("level", "own")))
                .isEqualTo(422);
        SignedIn stranger = Firm.found(application).administrator();
        assertThat(share(stranger, "person", stranger.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", stranger.id(), read)).isEqualTo(404);
        assertThat(stranger.http().get(at + "/shares").status()).isEqualTo(404);
        assertThat(colleague.http().get(at + "/shares").status()).isEqualTo(404);
    }

    @Test
    void aPersonIsTold() {
        share("person", colleague.id(), "write");
        String inbox = "";
        for (int i = 0; i < 100 && !inbox.contains("赣江造船"); i++) {
            LockSupport.parkNanos(50_000_000);
            inbox = colleague.http().get("/api/v1/notifications").text();
        }
        assertThat(inbox).contains("请你一起跟进「赣江造船」", "/customers/" + customer);
    }
}
