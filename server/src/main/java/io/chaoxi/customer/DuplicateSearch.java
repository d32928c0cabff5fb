package io.chaoxi.customer;

import io.chaoxi.platform.record.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be the same as somebody who is about to be written. */
@Service
public class DuplicateSearch {
    private final DuplicateRules rules;
    private final DuplicateCheck check;
    private final LookAlikes lookAlikes;

    DuplicateSearch(DuplicateRules rules, DuplicateCheck check, LookAlikes lookAlikes) {
        this.rules = rules;
        this.check = check;
        this.lookAlikes = lookAlikes;
    }

    /**
     * Records that share an exact key which the firm compares, then, of a company, customers that look alike. Out of reach
     * they are masked, with whom to ask.
     *
     * @param values in their stored form, only of fields that the acting person may see
     */
    @Transactional(readOnly = true)
    public List<Duplicate> of(Catalogue catalogue, Map<String, @Nullable Object> values) {
        String object = catalogue.type().object();
        Set<String> compared = rules.all().compared(object);
        ExactKeys keys = ExactKeys.of(object, values)
                .only(field -> compared.contains(field) && Reach.opensKey(catalogue.actor(), object, field));
        var customer = values.get("customer") instanceof UUID id ? id : null;
        Map<UUID, Duplicate> same = keys.isEmpty() ? Map.of() : check.holding(keys, customer);
        List<Duplicate> found = new ArrayList<>(same.values());
        if (!object.equals("contact")) found.addAll(lookAlikes.of(catalogue, values, same.keySet()));
        return found;
    }
}
