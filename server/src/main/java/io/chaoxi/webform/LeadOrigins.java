package io.chaoxi.webform;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.webform.SubmissionSql.Origin;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For whoever reaches the lead. */
@Service
class LeadOrigins {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final SubmissionSql sql;

    LeadOrigins(Catalogues catalogues, RecordFinding finding, SubmissionSql sql) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<Origin> of(UUID lead) {
        var leads = catalogues.of("lead");
        leads.actor().require("lead.read");
        finding.find(leads, lead);
        return sql.of(List.of(lead));
    }
}
