package io.chaoxi.lead;

import io.chaoxi.customer.Duplicate;
import io.chaoxi.customer.DuplicateSearch;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who a lead may be already. */
@Service
class LeadMatches {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final DuplicateSearch search;

    LeadMatches(Catalogues catalogues, RecordFinding finding, DuplicateSearch search) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.search = search;
    }

    /** The customers and contacts that may be the same as this lead, whatever of it is shown masked. */
    @Transactional(readOnly = true)
    public List<Duplicate> of(UUID id) {
        Catalogue leads = catalogues.of("lead");
        var values =
                new HashMap<String, @Nullable Object>(finding.find(leads, id).values());
        values.keySet().removeIf(field -> leads.visible(field).isEmpty());
        return search.of(leads, values).stream()
                .filter(found -> !found.object().equals("lead"))
                .toList();
    }
}
