package io.chaoxi.lead;

import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.LEAD;

import chaoxi.tables.tables.records.LeadRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.SelectSeekStep1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements on leads beyond those of the record machine. */
@Component
class LeadSql {
    private final DSLContext database;
    private final HistorySql history;
    private final Clock clock;

    LeadSql(DSLContext database, HistorySql history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /** Those of these customers into which a lead went that is no sample. */
    List<UUID> inUse(Collection<UUID> customers) {
        return database.selectDistinct(LEAD.CUSTOMER_ID)
                .from(LEAD)
                .where(LEAD.CUSTOMER_ID.in(customers))
                .andNot(LEAD.SAMPLE)
                .fetch(LEAD.CUSTOMER_ID);
    }

    boolean anyConverted(Collection<UUID> leads) {
        return database.fetchExists(LEAD, LEAD.ID.in(leads).and(LEAD.CONVERTED_AT.isNotNull()));
    }

    /** Gives the leads that became these customers to the owner whom these have now; says which of them have none, or had. */
    List<UUID> follow(Collection<UUID> customers) {
        var moved = database.select(LEAD.ID, LEAD.OWNER_ID, CUSTOMER.OWNER_ID)
                .from(LEAD)
                .join(CUSTOMER)
                .on(CUSTOMER.TENANT_ID.eq(LEAD.TENANT_ID).and(CUSTOMER.ID.eq(LEAD.CUSTOMER_ID)))
                .where(LEAD.CUSTOMER_ID.in(customers))
                .and(LEAD.OWNER_ID.isDistinctFrom(CUSTOMER.OWNER_ID))
                .orderBy(LEAD.ID)
                .forUpdate()
                .of(LEAD)
                .fetch();
        if (moved.isEmpty()) return List.of();
        database.update(LEAD)
                .set(LEAD.OWNER_ID, CUSTOMER.OWNER_ID)
                .set(LEAD.OWNER_DEPARTMENT_ID, CUSTOMER.OWNER_DEPARTMENT_ID)
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .set(LEAD.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(LEAD.CHANGED_BY, Acting.current().person())
                .from(CUSTOMER)
                .where(LEAD.ID.in(moved.getValues(LEAD.ID)))
                .and(CUSTOMER.TENANT_ID.eq(LEAD.TENANT_ID))
                .and(CUSTOMER.ID.eq(LEAD.CUSTOMER_ID))
                .execute();
        var lines = moved.stream()
                .map(lead -> new HistorySql.Line(
                        lead.value1(), "changed", List.of(ownerChange(lead.value2(), lead.value3()))))
                .toList();
        history.add("lead", lines, null);
        return moved.stream()
                .filter(lead -> lead.value2() == null || lead.value3() == null)
                .map(Record3::value1)
                .toList();
    }

    private static Map<String, @Nullable Object> ownerChange(@Nullable UUID from, @Nullable UUID to) {
        var change = new HashMap<String, @Nullable Object>(Map.of("field", "owner"));
        change.put("from", Objects.toString(from, null));
        change.put("to", Objects.toString(to, null));
        return change;
    }

    /** Leads that became one of these contacts, or that are reached at one of these numbers and addresses. */
    List<LeadRecord> ofPerson(Collection<UUID> contacts, Collection<String> numbers) {
        return telling(contacts, numbers).fetch();
    }

    /** The same, kept from everybody else's hands until the transaction ends. */
    List<LeadRecord> lockedOfPerson(Collection<UUID> contacts, Collection<String> numbers) {
        return telling(contacts, numbers).forUpdate().fetch();
    }

    private SelectSeekStep1<LeadRecord, UUID> telling(Collection<UUID> contacts, Collection<String> numbers) {
        return database.selectFrom(LEAD)
                .where(LEAD.CONTACT_ID
                        .in(contacts)
                        .or(LEAD.PHONE.in(numbers))
                        .or(LEAD.TELEPHONE.in(numbers))
                        .or(LEAD.EMAIL.in(numbers))
                        .or(LEAD.WECHAT.in(numbers)))
                .orderBy(LEAD.ID);
    }

    void store(LeadRecord lead) {
        database.update(LEAD).set(lead).where(LEAD.ID.eq(lead.getId())).execute();
    }

    void markSample(Collection<UUID> leads) {
        database.update(LEAD).set(LEAD.SAMPLE, true).where(LEAD.ID.in(leads)).execute();
    }

    List<UUID> sample() {
        return database.select(LEAD.ID).from(LEAD).where(LEAD.SAMPLE).fetch(LEAD.ID);
    }

    /** These are samples no more. */
    void keep(Collection<UUID> leads) {
        database.update(LEAD).set(LEAD.SAMPLE, false).where(LEAD.ID.in(leads)).execute();
    }

    List<UUID> deleteSample() {
        return database.deleteFrom(LEAD)
                .where(LEAD.SAMPLE)
                .returningResult(LEAD.ID)
                .fetch(LEAD.ID);
    }

    /** A sample lead into which one of the firm's own is merged. */
    static Condition sampleThatTakes(UUID survivor, List<UUID> others) {
        var other = LEAD.as("other");
        var own = DSL.selectOne().from(other).where(other.ID.in(others)).andNot(other.SAMPLE);
        return LEAD.ID.eq(survivor).and(LEAD.SAMPLE).andExists(own);
    }
}
