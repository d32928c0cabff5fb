package io.chaoxi.cadence;

import static chaoxi.tables.Tables.CADENCE;
import static chaoxi.tables.Tables.CADENCE_TURN;

import chaoxi.tables.tables.records.CadenceTurnRecord;
import io.chaoxi.platform.rights.Acting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on where customers stand in rhythms. */
@Component
class TurnSql {
    /** Rows of a statement: parameters are limited. */
    private static final int PIECE = 1_000;

    private final DSLContext database;

    TurnSql(DSLContext database) {
        this.database = database;
    }

    /** All of these customers, kept from everybody else until the transaction ends. */
    List<Turn> lock(Collection<UUID> customers) {
        return database.selectFrom(CADENCE_TURN)
                .where(CADENCE_TURN.CUSTOMER_ID.eq(DSL.any(customers.toArray(UUID[]::new))))
                .orderBy(CADENCE_TURN.CUSTOMER_ID, CADENCE_TURN.CADENCE_ID)
                .forUpdate()
                .fetch(TurnSql::read);
    }

    List<Turn> of(UUID customer) {
        return database.selectFrom(CADENCE_TURN)
                .where(CADENCE_TURN.CUSTOMER_ID.eq(customer))
                .orderBy(CADENCE_TURN.DUE_ON, CADENCE_TURN.CADENCE_ID)
                .fetch(TurnSql::read);
    }

    private static Turn read(CadenceTurnRecord row) {
        return new Turn(
                row.getCadenceId(),
                row.getCustomerId(),
                row.getBaseOn(),
                row.getDueOn(),
                row.getLookOn(),
                row.getTaskId(),
                row.getOpenedOn(),
                row.getPersonId());
    }

    boolean anything(LocalDate today) {
        return database.fetchExists(CADENCE_TURN, CADENCE_TURN.LOOK_ON.le(today));
    }

    /** Those that the round is to look at, behind the given one. */
    List<Turn> due(LocalDate today, @Nullable Turn after, int most) {
        var behind = after == null
                ? DSL.noCondition()
                : DSL.row(CADENCE_TURN.LOOK_ON, CADENCE_TURN.CUSTOMER_ID, CADENCE_TURN.CADENCE_ID)
                        .gt(DSL.row(after.look(), after.customer(), after.cadence()));
        return database.selectFrom(CADENCE_TURN)
                .where(CADENCE_TURN.LOOK_ON.le(today))
                .and(behind)
                .orderBy(CADENCE_TURN.LOOK_ON, CADENCE_TURN.CUSTOMER_ID, CADENCE_TURN.CADENCE_ID)
                .limit(most)
                .fetch(TurnSql::read);
    }

    /** In one order for everybody, for two may put the same ones. */
    void put(List<Turn> turns) {
        var rows = turns.stream()
                .sorted(Comparator.comparing(Turn::customer).thenComparing(Turn::cadence))
                .map(this::row)
                .toList();
        for (int from = 0; from < rows.size(); from += PIECE) {
            database.insertInto(CADENCE_TURN, CADENCE_TURN.fields())
                    .valuesOfRecords(rows.subList(from, Math.min(rows.size(), from + PIECE)))
                    .onConflict(CADENCE_TURN.TENANT_ID, CADENCE_TURN.CADENCE_ID, CADENCE_TURN.CUSTOMER_ID)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    private CadenceTurnRecord row(Turn turn) {
        CadenceTurnRecord row = database.newRecord(CADENCE_TURN);
        row.setTenantId(Acting.current().tenant());
        row.setCadenceId(turn.cadence());
        row.setCustomerId(turn.customer());
        row.setBaseOn(turn.base());
        row.setDueOn(turn.due());
        row.setLookOn(turn.look());
        row.setTaskId(turn.task());
        row.setOpenedOn(turn.opened());
        row.setPersonId(turn.person());
        return row;
    }

    void remove(List<Turn> turns) {
        if (turns.isEmpty()) return;
        var customers = turns.stream().map(Turn::customer).distinct().toArray(UUID[]::new);
        var keys = turns.stream()
                .map(turn -> DSL.row(turn.cadence(), turn.customer()))
                .toList();
        database.deleteFrom(CADENCE_TURN)
                .where(CADENCE_TURN.CUSTOMER_ID.eq(DSL.any(customers)))
                .and(DSL.row(CADENCE_TURN.CADENCE_ID, CADENCE_TURN.CUSTOMER_ID).in(keys))
                .execute();
    }

    /** The next round looks at these customers, be they in a rhythm yet or not. */
    void again(Collection<UUID> customers) {
        var looked = DSL.unnest(customers.toArray(UUID[]::new)).as("looked", "customer");
        var customer = DSL.field(DSL.name("looked", "customer"), UUID.class);
        var begin = DSL.val(Turn.UNKNOWN);
        database.insertInto(
                        CADENCE_TURN,
                        CADENCE_TURN.TENANT_ID,
                        CADENCE_TURN.CADENCE_ID,
                        CADENCE_TURN.CUSTOMER_ID,
                        CADENCE_TURN.BASE_ON,
                        CADENCE_TURN.DUE_ON,
                        CADENCE_TURN.LOOK_ON)
                .select(DSL.select(DSL.val(Acting.current().tenant()), CADENCE.ID, customer, begin, begin, begin)
                        .from(CADENCE)
                        .crossJoin(looked)
                        .where(CADENCE.ACTIVE)
                        .and(CADENCE.DELETED_AT.isNull()))
                .onConflict(CADENCE_TURN.TENANT_ID, CADENCE_TURN.CADENCE_ID, CADENCE_TURN.CUSTOMER_ID)
                .doUpdate()
                .set(CADENCE_TURN.LOOK_ON, Turn.UNKNOWN)
                .execute();
    }

    void forget(Collection<UUID> customers) {
        database.deleteFrom(CADENCE_TURN)
                .where(CADENCE_TURN.CUSTOMER_ID.in(customers))
                .execute();
    }
}
