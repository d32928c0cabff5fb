package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import io.chaoxi.customer.DuplicateCheck;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.MergeNotes;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.record.RecordsSettled;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.Pinyin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is special about a lead: duplicates by exact keys, who asks for a price, and ends that only an action reaches. */
@Component
class LeadRules implements RecordRules {
    /** Beside the fields of a change: what was answered about the lead, as it is stored. */
    static final String ANSWERS = "answers";

    private static final Map<String, String> OUTCOME = Map.ofEntries(
            Map.entry("invalidReason", "invalid_reason"),
            Map.entry("invalidNote", "invalid_note"),
            Map.entry("convertedAt", "converted_at"),
            Map.entry("convertedBy", "converted_by_id"),
            Map.entry("customer", "customer_id"),
            Map.entry("contact", "contact_id"),
            Map.entry("score", "score"),
            Map.entry("fitScore", "fit_score"),
            Map.entry("interestScore", "interest_score"),
            Map.entry("judgement", "judgement"));

    private final DuplicateCheck duplicates;
    private final LeadSql leads;
    private final ApplicationEventPublisher events;

    LeadRules(DuplicateCheck duplicates, LeadSql leads, ApplicationEventPublisher events) {
        this.duplicates = duplicates;
        this.leads = leads;
        this.events = events;
    }

    @Override
    public void check(RecordChange change) {
        if (change.kind() == Kind.DELETED) return;
        examine(change);
        duplicates.check("lead", change);
    }

    /**
     * Converted and invalid are told together with what became of the lead, which nobody writes by hand; qualified is what
     * the firm's criteria say.
     */
    @Override
    public void examine(RecordChange change) {
        String status = change.text("status");
        if (status == null && change.kind() == Kind.CHANGED) throw Refusal.field("status", "notBlank");
        boolean converted = change.after().get("convertedAt") != null;
        boolean invalid = change.after().get("invalidReason") != null;
        if (LeadStatus.CONVERTED.equals(status) != converted || LeadStatus.INVALID.equals(status) != invalid) {
            throw Refusal.field("status", "leadStatusByAction");
        }
        boolean named = LeadStatus.QUALIFIED.equals(status) && change.changes("status");
        if (named && !isQualified(change)) throw Refusal.field("status", "leadNotQualified");
    }

    private static boolean isQualified(RecordChange change) {
        return Boolean.TRUE.equals(change.after().get("qualified"));
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        if (change.kind() != Kind.CREATED && change.kind() != Kind.CHANGED) return columns;
        String name = String.valueOf(change.text("name"));
        columns.put("name_key", Pinyin.sortKey(name));
        columns.put("name_norm", CompanyNames.normalise(name));
        columns.put("status", Objects.requireNonNullElse(change.text("status"), LeadStatus.NEW));
        columns.put("inquirer", Inquirer.of(change.after()));
        columns.put("qualified", isQualified(change));
        Object answers = change.after().get(ANSWERS);
        if (answers == null && change.kind() == Kind.CREATED) answers = QualificationSql.json(Map.of());
        if (answers != null) columns.put(ANSWERS, answers);
        OUTCOME.forEach((field, column) -> {
            boolean told = change.kind() == Kind.CREATED || change.changes(field);
            if (told) columns.put(column, stored(change.after().get(field)));
        });
        return columns;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** Who has the customer finds the lead that went into it. */
    @Override
    public void written(RecordChange change) {
        UUID customer = change.reference("customer");
        if (customer == null || !change.changes("customer")) return;
        leads.follow(List.of(customer));
        events.publishEvent(new LeadConverted(change.id(), customer, change.reference("contact")));
    }

    @Override
    public void settle(List<UUID> records) {
        events.publishEvent(new RecordsSettled("lead", records));
    }

    /** What became a customer is not taken up by what did not. A sample that took up one of the firm's own is none any more. */
    @Override
    public void merging(UUID survivor, List<UUID> others, MergeNotes notes) {
        if (leads.anyConverted(others)) throw Refusal.of(409, "leadConverted");
        notes.set(LEAD.SAMPLE, false, LeadSql.sampleThatTakes(survivor, others));
    }
}
