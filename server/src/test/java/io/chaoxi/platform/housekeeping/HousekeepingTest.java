package io.chaoxi.platform.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class HousekeepingTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    Housekeeping housekeeping;

    @Test
    void clearsWhatIsOverAndLeavesTheRest() {
        Firm firm = Firm.found(application);
        String owner = "%d, gen_random_uuid()".formatted(firm.tenant());
        database.arrange(
                """
                insert into session select sha256(random()::text::bytea), gen_random_uuid(), %1$d, gen_random_uuid(),
                    now() - interval '2 days', now(), now() - interval '1 hour', 'x', 'x', now()""".formatted(firm.tenant()),
                notification(owner, "91 days"),
                notification(owner, "89 days"),
                "insert into notification (tenant_id, id, person_id, kind, title, at) values (%s, gen_random_uuid(), 'k', 'unread', now() - interval '1 year')"
                        .formatted(owner),
                key(owner, "25 hours"),
                key(owner, "23 hours"),
                file(owner, "31 days", "gen_random_uuid()"),
                file(owner, "29 days", "gen_random_uuid()"),
                file(owner, "31 days", "null"),
                upload(owner, "49 hours", "null"),
                upload(owner, "47 hours", "null"),
                upload(owner, "49 hours", "gen_random_uuid()"));
        housekeeping.doAll();
        assertThat(database.count("notification where title <> 'assigned' and tenant_id = " + firm.tenant()))
                .isEqualTo(2);
        assertThat(database.count("idempotency where tenant_id = " + firm.tenant()))
                .isEqualTo(1);
        assertThat(database.count(
                        "stored_file where field is null and deleted_at is null and tenant_id = " + firm.tenant()))
                .isEqualTo(2);
        assertThat(database.count(
                        "stored_file where field is not null and deleted_at is null and tenant_id = " + firm.tenant()))
                .as("uploads that a record holds or that still wait for one")
                .isEqualTo(2);
        assertThat(database.count("session where expires_at < now() and tenant_id = " + firm.tenant()))
                .isZero();
        assertThat(database.count("session where tenant_id = " + firm.tenant())).isPositive();
    }

    private static String notification(String owner, String age) {
        return "insert into notification (tenant_id, id, person_id, kind, title, at, read_at) values"
                + " (%s, gen_random_uuid(), 'k', 't', now(), now() - interval '%s')".formatted(owner, age);
    }

    private static String key(String owner, String age) {
        return "insert into idempotency (tenant_id, person_id, key, request_hash, at) values"
                + " (%s, '%s', 'x', now() - interval '%s')".formatted(owner, age, age);
    }

    private static String file(String owner, String age, String job) {
        return "insert into stored_file (tenant_id, id, job_id, name, size, media_type, at, by_id) values"
                + " (%s, %s, 'n', 1, 'text/plain', now() - interval '%s', gen_random_uuid())"
                        .formatted(owner, job, age);
    }

    private static String upload(String owner, String age, String record) {
        return "insert into stored_file (tenant_id, id, object, field, record_id, name, size, media_type, at, by_id) values"
                + " (%s, 'customer', 'custom.scan', %s, 'n', 1, 'text/plain', now() - interval '%s', gen_random_uuid())"
                        .formatted(owner, record, age);
    }
}
