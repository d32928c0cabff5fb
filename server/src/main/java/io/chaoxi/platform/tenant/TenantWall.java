package io.chaoxi.platform.tenant;

import chaoxi.tables.Tables;
import io.chaoxi.platform.rights.Acting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Delete;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.Update;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The first wall between firms: puts {@code tenant_id = <firm of the acting person>} on every tenant table of every
 * statement, and refuses a statement it cannot read. Plain SQL, MERGE and inserts without a tenant are refused.
 */
public class TenantWall implements VisitListener, ExecuteListener {
    /** Read before the firm is known; they hold a tenant_id but are found by a secret, a login or an address. */
    private static final Set<String> INSTALLATION_TABLES = Set.of(
            "Account",
            "Session",
            "ApiToken",
            "SecondFactor",
            "RecoveryCode",
            "HalfSignIn",
            "ProviderLink",
            "WebFormKey",
            "CalendarFeed");

    /** The tables of the migrations, aliased or not; what is derived from them is secured inside. */
    private static final String GENERATED = Tables.class.getPackageName();

    /** The statement touches a firm's table and nobody acts, or its form cannot be secured. A fault of the program. */
    public static class Breach extends IllegalStateException {
        Breach(String message) {
            super(message);
        }
    }

    @Override
    public void start(ExecuteContext context) {
        Query query = context.query();
        if (query == null || !readable(query)) throw new Breach("Only typed statements pass the wall: " + query);
    }

    private static boolean readable(Query query) {
        return query instanceof Select
                || query instanceof Insert
                || query instanceof Update
                || query instanceof Delete
                || query instanceof QOM.Insert
                || query instanceof QOM.Update
                || query instanceof QOM.Delete
                || query instanceof QOM.InsertReturning
                || query instanceof QOM.UpdateReturning
                || query instanceof QOM.DeleteReturning;
    }

    @Override
    public void visitStart(VisitContext context) {
        QueryPart part = context.queryPart();
        switch (part) {
            case Select<?> select -> context.queryPart(secured(select));
            case QOM.Update<?> update ->
                context.queryPart(
                        update.$where(DSL.and(known(update.$where()), conditions(update.$table(), update.$from()))));
            case QOM.Delete<?> delete ->
                context.queryPart(
                        delete.$where(DSL.and(known(delete.$where()), conditions(delete.$from(), delete.$using()))));
            case QOM.Insert<?> insert -> checkInsert(insert);
            default -> {}
        }
    }

    private static void checkInsert(QOM.Insert<?> insert) {
        Field<Long> tenant = tenantField(insert.$into());
        if (tenant == null) return;
        if (insert.$columns().stream().noneMatch(column -> column.getName().equals(tenant.getName()))) {
            throw new Breach(
                    "An insert into %s names no tenant".formatted(insert.$into().getName()));
        }
    }

    private static Condition conditions(Table<?> target, List<? extends Table<?>> others) {
        var found = new ArrayList<Condition>();
        secured(target, found);
        others.forEach(table -> secured(table, found));
        return DSL.and(found);
    }

    private static Select<?> secured(Select<?> select) {
        var found = new ArrayList<Condition>();
        var tables = new ArrayList<Table<?>>();
        for (Table<?> table : select.$from()) tables.add(secured(table, found));
        if (found.isEmpty()) return select;
        var secured = select.$from(tables);
        return secured.$where(DSL.and(known(secured.$where()), DSL.and(found)));
    }

    /** Collects the conditions of the tables that belong into WHERE; optional sides of outer joins get theirs into ON. */
    private static Table<?> secured(Table<?> table, List<Condition> where) {
        return switch (table) {
            case QOM.LeftJoin<?> join -> {
                var on = new ArrayList<Condition>();
                var left = secured(join.$table1(), where);
                var right = secured(join.$table2(), on);
                var rebuilt = join.$table1(left).$table2(right);
                yield rebuilt.$on(DSL.and(known(rebuilt.$on()), DSL.and(on)));
            }
            case QOM.Join<?> join ->
                join.$table1(secured(join.$table1(), where)).$table2(secured(join.$table2(), where));
            case QOM.CrossJoin<?> join ->
                join.$table1(secured(join.$table1(), where)).$table2(secured(join.$table2(), where));
            case QOM.JoinTable<?, ?> join -> throw new Breach("A join the wall cannot read: " + join.getClass());
            default -> {
                Field<Long> tenant = tenantField(table);
                if (tenant != null) where.add(tenant.eq(tenant()));
                yield table;
            }
        };
    }

    private static Condition known(@Nullable Condition condition) {
        return condition == null ? DSL.noCondition() : condition;
    }

    private static @Nullable Field<Long> tenantField(Table<?> table) {
        boolean ours = table.getClass().getPackageName().startsWith(GENERATED);
        if (!ours || INSTALLATION_TABLES.contains(table.getClass().getSimpleName())) return null;
        return table.field("tenant_id", Long.class);
    }

    private static long tenant() {
        var actor = Acting.orNobody();
        if (actor == null) throw new Breach("A firm's table is touched and nobody acts");
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new Breach("A firm's table is touched outside a transaction, where the second wall shows it empty");
        }
        return actor.tenant();
    }
}
