package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** A merge of the version before, which noted each moved row by itself, can still be undone. */
@ApplicationTest
class MergeUpgradeTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String MIGRATION = "db/migration/platform/V202611231010__steps_of_merges.sql";

    /** What the version before had in place of the steps. */
    private static final String BEFORE = """
            alter table merge_step no force row level security;
            create table merge_move (
                tenant_id bigint not null references tenant,
                merge_id uuid not null,
                step int not null,
                table_name text not null,
                column_name text not null,
                row_id uuid not null,
                was text not null,
                became text not null,
                primary key (tenant_id, merge_id, step, row_id)
            );
            insert into merge_move
            select tenant_id, merge_id, step, table_name, column_name, unnest(row_ids), was, became from merge_step;
            call tenant_wall('merge_move');
            drop table merge_step;
            alter table record_merge drop column undo_id, drop column undone_by;
            """;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private static String id(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    @Test
    void itCanStillBeUndone() throws Exception {
        var admin = Firm.found(application).administrator().http();
        String one = id(admin.post(CUSTOMERS + "?duplicates=allow", Map.of("name", "常熟启明纺织有限公司")));
        String two = id(admin.post(CUSTOMERS + "?duplicates=allow", Map.of("name", "常熟启明纺织")));
        String three = id(admin.post(CUSTOMERS + "?duplicates=allow", Map.of("name", "常熟启明纺织厂")));
        for (String customer : List.of(one, two, three)) {
            var contact = Map.of("name", "主" + customer, "customer", customer, "primaryContact", true);
            id(admin.post("/api/v1/contacts?duplicates=allow", contact));
        }
        var others = List.of(Map.of("id", two, "version", 1), Map.of("id", three, "version", 1));
        String merge = id(admin.post(
                CUSTOMERS + "/merges", Map.of("survivor", Map.of("id", one, "version", 1), "others", others)));
        assertThat(primaries(one, two, three)).containsExactly(1, 0, 0);

        asOwner(BEFORE);
        asOwner(new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8));

        assertThat(admin.post("/api/v1/merges/" + merge + "/undo", Map.of()).status())
                .isEqualTo(200);
        assertThat(primaries(one, two, three)).containsExactly(1, 1, 1);
    }

    private List<Integer> primaries(String... customers) {
        return List.of(customers).stream()
                .map(customer -> database.count("contact where primary_contact and customer_id = '" + customer + "'"))
                .toList();
    }

    private void asOwner(String statements) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
