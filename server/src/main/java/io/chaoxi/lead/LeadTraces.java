package io.chaoxi.lead;

import chaoxi.tables.tables.records.LeadRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchTokens;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads that tell of a person: those that he became a contact from, and those with one of his numbers. What the firm asks
 * of him goes; that there was a lead, its source and what became of it stay.
 */
@Component
@Order(5)
class LeadTraces implements Traces {
    private final LeadSql leads;
    private final HistorySql history;

    LeadTraces(LeadSql leads, HistorySql history) {
        this.leads = leads;
        this.history = history;
    }

    @Override
    public String kind() {
        return "leads";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return found(person).stream().map(LeadTraces::told).toList();
    }

    private List<LeadRecord> found(Traced person) {
        return leads.ofPerson(person.records(), person.numbers());
    }

    private static Map<String, @Nullable Object> told(LeadRecord lead) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("at", lead.getCreatedAt().toInstant().toString());
        told.put("record", lead.getId().toString());
        told.put("name", lead.getName());
        told.put(
                "text",
                Stream.of(
                                lead.getContactName(),
                                lead.getJobTitle(),
                                lead.getPhone(),
                                lead.getTelephone(),
                                lead.getEmail(),
                                lead.getWechat(),
                                lead.getNeed(),
                                lead.getRemark())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")));
        return told;
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var telling = found(person);
        telling.forEach(lead -> leads.store(without(person, lead)));
        history.forget("lead", telling.stream().map(LeadRecord::getId).toList(), person::within);
        return null;
    }

    private static LeadRecord without(Traced person, LeadRecord lead) {
        lead.setName(person.blottedTitle(lead.getName()));
        lead.setContactName(null);
        lead.setJobTitle(null);
        lead.setPhone(null);
        lead.setTelephone(null);
        lead.setEmail(null);
        lead.setWechat(null);
        lead.setNeed(blotted(person, lead.getNeed()));
        lead.setRemark(blotted(person, lead.getRemark()));
        lead.setInvalidNote(blotted(person, lead.getInvalidNote()));
        lead.setCustom(person.without(lead.getCustom()));
        var tokens = SearchTokens.forName(lead.getName());
        lead.setSearch(SearchTokens.prefixed(Acting.current().tenant(), tokens).toArray(String[]::new));
        lead.setVersion(lead.getVersion() + 1);
        return lead;
    }

    private static @Nullable String blotted(Traced person, @Nullable String text) {
        return text == null ? null : person.blotted(text);
    }
}
