package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;

import chaoxi.tables.tables.records.LeadRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.Pinyin;
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
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads that tell of a person: those that he became a contact from, and those with one of his numbers. What the firm asks
 * of him goes; that there was a lead, its source and what became of it stay. After what was done with the leads: that is
 * found by the numbers that go here.
 */
@Component
@Order(6)
class LeadTraces implements Traces {
    private static final List<TableField<LeadRecord, String>> CARD =
            List.of(LEAD.CONTACT_NAME, LEAD.PHONE, LEAD.TELEPHONE, LEAD.EMAIL, LEAD.WECHAT);
    private static final List<TableField<LeadRecord, String>> WORDS = List.of(
            LEAD.NEED,
            LEAD.REMARK,
            LEAD.INVALID_NOTE,
            LEAD.ADDRESS,
            LEAD.CAMPAIGN,
            LEAD.WEBSITE,
            LEAD.POOL_REASON,
            LEAD.LOCK_REASON);
    private static final List<TableField<LeadRecord, String>> KEYS =
            List.of(LEAD.KEY_TEXT1, LEAD.KEY_TEXT2, LEAD.KEY_TEXT3, LEAD.KEY_TEXT4);

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
        return leads.ofPerson(person.records(), person.numbers()).stream()
                .map(lead -> told(person, lead))
                .toList();
    }

    private static Map<String, @Nullable Object> told(Traced person, LeadRecord lead) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("at", lead.getCreatedAt().toInstant().toString());
        told.put("record", lead.getId().toString());
        told.put("name", lead.getName());
        told.put(
                "text",
                Stream.concat(CARD.stream(), WORDS.stream())
                        .map(lead::get)
                        .filter(Objects::nonNull)
                        .filter(text -> his(person, lead) || person.within(text))
                        .collect(Collectors.joining(" · ")));
        return told;
    }

    /** He became a contact from it; of other leads, perhaps of colleagues at one switchboard, only what names him is his. */
    private static boolean his(Traced person, LeadRecord lead) {
        return person.records().contains(lead.getContactId());
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        var telling = leads.lockedOfPerson(person.records(), person.numbers());
        telling.forEach(lead -> leads.store(without(person, lead)));
        history.forget("lead", telling.stream().map(LeadRecord::getId).toList(), person::within);
        return null;
    }

    private static LeadRecord without(Traced person, LeadRecord lead) {
        boolean his = his(person, lead);
        if (his || person.within(lead.getContactName())) lead.setJobTitle(null);
        for (var cell : CARD) {
            if (his || person.within(lead.get(cell))) lead.set(cell, null);
        }
        for (var text : WORDS) {
            String words = lead.get(text);
            if (words != null) lead.set(text, person.blotted(words));
        }
        for (var key : KEYS) {
            if (person.within(lead.get(key))) lead.set(key, null);
        }
        lead.setCustom(person.without(lead.getCustom()));
        lead.setName(person.blottedTitle(lead.getName()));
        lead.setNameKey(Pinyin.sortKey(lead.getName()));
        lead.setNameNorm(CompanyNames.normalise(lead.getName()));
        lead.setSearch(SearchTokens.ofName(Acting.current().tenant(), lead.getName()));
        lead.setVersion(lead.getVersion() + 1);
        return lead;
    }
}
