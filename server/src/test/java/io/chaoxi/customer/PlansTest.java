package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordSearch;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

/**
 * Reads the plans of what a list asks, as the application's role under row-level security, on a table large enough for
 * the planner to care: whatever narrows a list must not read all customers.
 */
@ApplicationTest(ownDatabase = true)
@Import(PlansTest.Recording.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
    private static final UUID SMALL = UUID.fromString("01a00000-0000-7000-8000-0000000fffff");

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

    Firm firm;
    SignedIn rep;
    SignedIn manager;

    @BeforeAll
    void fill() {
        firm = Firm.found(application);
        database.arrange(smallPool());
        UUID department = firm.department("华东", null);
        UUID below = firm.department("苏州", department);
        rep = firm.personIn(below, "rep");
        manager = firm.personIn(department, "manager");
        firm.record("customer", Map.of("name", "稀有矿业公司", "phone", "+8613915402207"));
        database.arrange(fill(firm.tenant(), rep.id(), below), intoSmallPool(), "analyze customer");
    }

    private String smallPool() {
        return """
            insert into pool (tenant_id, id, created_at, created_by, changed_at, changed_by, name, name_key, everyone)
            values (%d, '%s', now(), '%3$s', now(), '%3$s', '小公海', 'xiao', true)
            """.formatted(firm.tenant(), SMALL, firm.administrator().id());
    }

    private String intoSmallPool() {
        return "update customer set pool_id = '" + SMALL + "' where tenant_id = " + firm.tenant()
                + " and code in (select 'T-' || n from generate_series(101, 160) n)";
    }

    private static String fill(long tenant, UUID owner, UUID department) {
        return """
            insert into customer (tenant_id, id, created_at, created_by, changed_at, changed_by, owner_id,
                pool_id, pooled_at, owner_department_id, code, name, name_key, name_norm, industry, region, source, importance, phone, email,
                credit_code, tags, search)
            select %1$d, ('01a00000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now(), '%2$s', now() - n * interval '1 second', '%2$s',
                case when n %% 1000 = 0 then '%2$s'::uuid end,
                case when n %% 1000 <> 0 then (select id from pool where tenant_id = %1$d and standard and object = 'customer') end,
                case when n %% 1000 <> 0 then now() - n * interval '1 second' end, case when n %% 100 = 0 then '%3$s'::uuid end,
                'T-' || n, '普通公司' || n, lpad((n * 7919 %% 60000)::text, 8, '0'), '普通公司' || n, 'C' || 13 + n %% 30,
                (110000 + n %% 3000)::text, 's' || n %% 40, case n %% 3 when 0 then 'vip' when 1 then 'ordinary' end,
                '+86139' || lpad(n::text, 8, '0'), 'a' || n || '@b.cn', 'CODE' || n, '{}',
                array['%1$dn普通', '%1$dn' || n, '%1$dt' || lpad((n %% 10000)::text, 4, '0')]
            from generate_series(1, 60000) n
            """.formatted(tenant, owner, department);
    }

    private List<String> plans(SignedIn person, RecordQuery query) {
        return plans(
                person, catalogue -> application.getBean(RecordReading.class).list(catalogue, query));
    }

    private List<String> plans(SignedIn person, Consumer<Catalogue> asking) {
        STATEMENTS.clear();
        person.as(() -> asking.accept(application.getBean(Catalogues.class).of("customer")));
        List<String> plans = new ArrayList<>();
        for (String sql : List.copyOf(STATEMENTS)) {
            if (sql.contains("\"customer\"")) plans.add(sql + "\n" + explained(sql));
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

    private static RecordQuery query(String filter, String q, String sort) {
        return new RecordQuery(filter, q, sort, List.of("name"), 30, null, false);
    }

    private void readsNoWholeTable(SignedIn person, RecordQuery query) {
        for (String plan : plans(person, query)) {
            assertThat(plan).as(query.toString()).doesNotContain("Seq Scan on customer");
        }
    }

    @Test
    void everyScopeAndIndexedSortRunsAlongAnIndex() {
        for (SignedIn person : List.of(firm.administrator(), manager, rep)) {
            for (String sort :
                    List.of("-createdAt", "createdAt", "-changedAt", "changedAt", "name", "-name", "name,-createdAt")) {
                readsNoWholeTable(person, query("", "", sort));
            }
        }
    }

    @Test
    void everyFilterWithAnIndexUsesOne() {
        for (String filter : List.of(
                "industry==C20",
                "industry=in=(C20,C21)",
                "region==110101",
                "creditCode==CODE77",
                "phone==13900000077",
                "email==a77@b.cn",
                "name=like=稀有",
                "name==稀有矿业公司",
                "owner==@me",
                "changedAt=lt=@today-3650d",
                "tags==" + tag())) {
            readsNoWholeTable(firm.administrator(), query(filter, "", "-createdAt"));
        }
    }

    @Test
    void whatAnIndexFindsAtOnceIsNotLookedForAmongTheNextRows() {
        for (String filter : List.of("phone==13900000077", "industry==C20;importance==vip", "owner==@me")) {
            var plans = plans(firm.administrator(), query(filter, "", "-createdAt"));
            assertThat(String.join("\n", plans)).as(filter).doesNotContain("5000");
        }
        var broad = plans(firm.administrator(), query("importance==vip", "", "-createdAt"));
        assertThat(String.join("\n", broad)).contains("5000");
    }

    @Test
    void aWalkOverManyFindsMissesNone() {
        for (String filter : List.of("importance==vip", "industry=in=(C13,C14,C15,C16,C17)")) {
            assertThat(walked(filter, "")).as(filter).isEqualTo(filter.startsWith("imp") ? 20_000 : 10_000);
        }
        assertThat(walked("", "普通")).isEqualTo(60_000);
    }

    /** The number of different customers on all pages of an export. */
    private long walked(String filter, String q) {
        var ids = new HashSet<UUID>();
        String after = null;
        do {
            var query =
                    new RecordQuery(filter, q, "-changedAt", List.of("name"), RecordQuery.LARGEST_PAGE, after, false);
            var page = firm.administrator().as(() -> {
                var catalogue = application.getBean(Catalogues.class).of("customer");
                var reading = application.getBean(RecordReading.class);
                return reading.walk(catalogue, query, reading.asked(catalogue, query.fields()), 2_000);
            });
            page.rows().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);
        return ids.size();
    }

    @Test
    void whatWaitsInAPoolIsReadAlongThePool() {
        UUID standard = UUID.fromString(firm.administrator()
                .http()
                .get("/api/v1/my-pools/customer")
                .json()
                .path("items")
                .findValuesAsString("id")
                .getLast());
        for (SignedIn person : List.of(firm.administrator(), rep)) {
            for (String sort : List.of("", "-pooledAt", "pooledAt", "name", "-name")) {
                assertThat(inPool(person, standard, sort)).as(sort).doesNotContain("Seq Scan on customer");
                assertThat(inPool(person, SMALL, sort)).as(sort).contains("customer_pool");
            }
            for (String sort : List.of("", "-pooledAt", "pooledAt")) {
                assertThat(inPool(person, standard, sort)).as(sort).contains("customer_pool");
            }
        }
    }

    private String inPool(SignedIn person, UUID pool, String sort) {
        var reading = application.getBean(RecordReading.class);
        var asked = query("", "", sort);
        return String.join("\n", plans(person, catalogue -> reading.list(catalogue.inPool(pool), asked)));
    }

    /** The control: without an index, and with nothing near that matches, the table is read, and this test sees it. */
    @Test
    void aFilterWithoutIndexIsSeenToReadTheTable() {
        var plans = plans(firm.administrator(), query("importance==important", "", "-createdAt"));
        assertThat(String.join("\n", plans)).contains("Seq Scan on customer");
    }

    private String tag() {
        return firm.administrator()
                .http()
                .post("/api/v1/tags", Map.of("name", "标签" + System.nanoTime()))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void theBestFindsAreLookedForInIndexes() {
        for (String words : List.of("稀有", "xyky", "2207")) {
            for (SignedIn person : List.of(firm.administrator(), manager, rep)) {
                var plans = plans(
                        person,
                        catalogue ->
                                application.getBean(RecordSearch.class).best(catalogue, words, List.of("name"), 8));
                assertThat(String.join("\n", plans)).as(words).doesNotContain("Seq Scan on customer");
            }
        }
    }

    @Test
    void everyKindOfSearchUsesTheSearchIndex() {
        for (String words : List.of("稀有", "xyky", "2207", "13915402207")) {
            for (SignedIn person : List.of(firm.administrator(), manager, rep)) {
                readsNoWholeTable(person, query("", words, "-createdAt"));
            }
        }
    }

    @Test
    void aPageFarBehindCostsWhatTheFirstOneCosts() {
        var administrator = firm.administrator();
        String after = null;
        for (int page = 0; page < 3; page++) {
            String cursor = after;
            after = administrator
                    .as(() -> application
                            .getBean(RecordReading.class)
                            .list(
                                    application.getBean(Catalogues.class).of("customer"),
                                    new RecordQuery("", "", "name", List.of("name"), 200, cursor, false)))
                    .next();
        }
        readsNoWholeTable(administrator, new RecordQuery("", "", "name", List.of("name"), 30, after, false));
    }
}
