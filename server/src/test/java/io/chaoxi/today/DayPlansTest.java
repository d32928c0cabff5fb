package io.chaoxi.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reads the plans of the page as the application's role: a day costs what its owner holds, not what the firm has. */
@ApplicationTest(ownDatabase = true)
@Import(DayPlansTest.Recording.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayPlansTest {
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    @TestConfiguration
    static class Recording {
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        DefaultConfigurationCustomizer recordedStatements() {
            return configuration -> {
                var listeners = new ArrayList<>(List.of(configuration.executeListenerProviders()));
                listeners.add(new DefaultExecuteListenerProvider(new Recorder()));
                configuration.set(listeners.toArray(org.jooq.ExecuteListenerProvider[]::new));
            };
        }
    }

    private static class Recorder implements ExecuteListener {
        @Override
        public void executeStart(ExecuteContext context) {
            if (context.query() != null)
                STATEMENTS.add(DSL.using(context.configuration()).renderInlined(context.query()));
        }
    }

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    Today today;

    @Autowired
    Team team;

    Firm firm;
    SignedIn rep;
    SignedIn manager;

    @BeforeAll
    void fill() {
        firm = Firm.found(application);
        UUID department = firm.department("销售部", null);
        rep = firm.personIn(department, "rep");
        manager = firm.personIn(department, "manager");
        for (int i = 0; i < 100; i++) firm.personIn(department, "rep");
        database.arrange(customers(), leads(), "analyze customer", "analyze lead");
    }

    /** A thousand to each: a twentieth overdue, as many due, some new, the rest quiet. */
    private String customers() {
        return """
            insert into customer (tenant_id, id, created_at, created_by, changed_at, changed_by, owner_id,
                owner_department_id, code, name, name_key, name_norm, next_follow_up, last_touch_at, untouched_since)
            select p.tenant_id, gen_random_uuid(), now() - interval '100 days', p.id, now(), p.id, p.id, p.department_id,
                p.id || '-' || n, '公司' || n, n::text, '公司' || n,
                case when n %% 20 < 2 then current_date - n %% 20 end,
                case when n %% 20 > 2 then now() - n * interval '1 day' / 5 end,
                case when n %% 20 = 2 then now() - interval '3 days' end
            from person p, generate_series(1, 1000) n where p.tenant_id = %d and p.department_id is not null
            """.formatted(firm.tenant());
    }

    private String leads() {
        return """
            insert into lead (tenant_id, id, created_at, created_by, changed_at, changed_by, owner_id,
                owner_department_id, name, name_key, name_norm, status)
            select p.tenant_id, gen_random_uuid(), now() - n * interval '1 hour', p.id, now(), p.id, p.id, p.department_id,
                '线索' || n, n::text, '线索' || n, case when n %% 10 = 0 then 'new' else 'following' end
            from person p, generate_series(1, 300) n where p.tenant_id = %d and p.department_id is not null
            """.formatted(firm.tenant());
    }

    private List<String> plans(SignedIn person, Runnable asking) {
        STATEMENTS.clear();
        person.as(asking);
        List<String> plans = new ArrayList<>();
        for (String sql : List.copyOf(STATEMENTS)) {
            if (sql.contains("\"customer\"") || sql.contains("\"lead\"")) plans.add(sql + "\n" + explained(sql));
        }
        assertThat(plans).isNotEmpty();
        return plans;
    }

    private String explained(String sql) {
        try (Connection connection = database.app().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local app.tenant = '" + firm.tenant() + "'");
            var lines = new StringBuilder();
            try (var rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) lines.append(rows.getString(1)).append('\n');
            }
            return lines.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void whatWaitsForSomebodyIsFoundAlongTheIndexesOfOwners() {
        for (SignedIn person : List.of(rep, manager, firm.administrator())) {
            for (String plan : plans(person, today::page)) {
                assertThat(plan).doesNotContain("Seq Scan on customer").doesNotContain("Seq Scan on lead");
                assertThat(plan)
                        .containsPattern("customer_(owner|next|touched|untouched|return\\w*)|lead_(owner|next)");
            }
        }
        assertThat(String.join("\n", plans(rep, today::page)))
                .contains("customer_next", "customer_untouched", "lead_owner_status");
    }

    @Test
    void theBadgeIsCountedAlongThemInOneStatement() {
        var plans = plans(rep, today::count);
        assertThat(plans).hasSize(1);
        assertThat(plans.getFirst()).doesNotContain("Seq Scan on customer").doesNotContain("Seq Scan on lead");
    }

    @Test
    void aTeamIsCountedPersonByPersonInOneStatement() {
        for (SignedIn person : List.of(manager, firm.administrator())) {
            var plans = plans(person, team::all);
            assertThat(plans).hasSize(1);
            assertThat(plans.getFirst()).doesNotContain("Seq Scan on customer").doesNotContain("Seq Scan on lead");
        }
    }
}
