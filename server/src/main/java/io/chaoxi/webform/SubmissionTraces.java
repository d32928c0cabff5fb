package io.chaoxi.webform;

import io.chaoxi.lead.LeadsTelling;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import io.chaoxi.webform.SubmissionSql.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person agreed to on forms, by the leads that tell of him. It names nobody, so it stays when he is erased. */
@Component
@Order(7)
class SubmissionTraces implements Traces {
    private final LeadsTelling leads;
    private final SubmissionSql sql;

    SubmissionTraces(LeadsTelling leads, SubmissionSql sql) {
        this.leads = leads;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "formConsents";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return sql.of(leads.of(person)).stream().map(SubmissionTraces::told).toList();
    }

    private static Map<String, @Nullable Object> told(Origin origin) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("at", origin.at().toString());
        told.put("name", origin.form());
        told.put("version", origin.consentVersion());
        told.put("text", origin.consent());
        return told;
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        return null;
    }
}
