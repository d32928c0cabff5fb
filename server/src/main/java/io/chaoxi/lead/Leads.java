package io.chaoxi.lead;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two ends of a lead: it becomes a customer and a contact, once and for all, or it is nothing until it is reopened. */
@Service
public class Leads {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordReading reading;
    private final RecordWriting writing;
    private final Conversions conversions;
    private final Choices choices;

    Leads(
            Catalogues catalogues,
            RecordFinding finding,
            RecordReading reading,
            RecordWriting writing,
            Conversions conversions,
            Choices choices) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.reading = reading;
        this.writing = writing;
        this.conversions = conversions;
        this.choices = choices;
    }

    /**
     * In one transaction; 409 {@code leadConverted} the second time, {@code leadInvalid} until it is reopened,
     * {@code stale} when it changed since. For those in whose charge the lead is; a new customer is its owner's.
     */
    @Transactional
    public Map<String, @Nullable Object> convert(UUID id, long version, Target customer, Target contact) {
        Catalogue leads = catalogues.of("lead");
        leads.actor().require("lead.update");
        Found lead = finding.findOwn(leads, id);
        refuseConverted(lead);
        if (LeadStatus.INVALID.equals(lead.values().get("status"))) throw Refusal.of(409, "leadInvalid");
        if (lead.version() != version) throw Refusal.stale(lead.version());
        var outcome = conversions.into(leads, lead, customer, contact);
        var patch = outcome.told();
        patch.put("status", LeadStatus.CONVERTED);
        patch.put("convertedBy", leads.actor().person());
        patch.put("nextFollowUp", null);
        return written(leads, lead, version, patch, "converted");
    }

    /** With a reason out of the firm's list. An invalid lead may get another one. */
    @Transactional
    public Map<String, @Nullable Object> invalidate(UUID id, long version, String reason, @Nullable String note) {
        Catalogue leads = catalogues.of("lead");
        leads.actor().require("lead.update");
        Found lead = finding.findToWrite(leads, id);
        refuseConverted(lead);
        ChoiceItem item = choices.items("leadInvalidReason").get(reason);
        if (item == null) throw Refusal.field("reason", "unknownChoice");
        if (item.disabled()) throw Refusal.field("reason", "disabledChoice");
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("status", LeadStatus.INVALID);
        patch.put("invalidReason", reason);
        patch.put("invalidNote", note);
        patch.put("nextFollowUp", null);
        return written(leads, lead, version, patch, "invalidated");
    }

    /** Back among those that are followed up or qualified; 409 {@code leadNotInvalid} for others. */
    @Transactional
    public Map<String, @Nullable Object> reopen(UUID id, long version) {
        Catalogue leads = catalogues.of("lead");
        leads.actor().require("lead.update");
        Found lead = finding.findToWrite(leads, id);
        if (!LeadStatus.INVALID.equals(lead.values().get("status"))) throw Refusal.of(409, "leadNotInvalid");
        var patch = new HashMap<String, @Nullable Object>();
        boolean qualified = Boolean.TRUE.equals(lead.values().get("qualified"));
        patch.put("status", qualified ? LeadStatus.QUALIFIED : LeadStatus.FOLLOWING);
        patch.put("invalidReason", null);
        patch.put("invalidNote", null);
        return written(leads, lead, version, patch, "reopened");
    }

    private static void refuseConverted(Found lead) {
        if (lead.values().get("convertedAt") != null) throw Refusal.of(409, "leadConverted");
    }

    private Map<String, @Nullable Object> written(
            Catalogue leads, Found lead, long version, Map<String, @Nullable Object> patch, String kind) {
        writing.change(leads, lead, version, patch, new Writing(kind, null, Duplicates.SEEN));
        return reading.written(leads, lead.id());
    }
}
