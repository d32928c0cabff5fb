package io.chaoxi.visit;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes up a visit of which something is to become, so that of two requests at once the second finds what the first left. */
@Component
class VisitTaking {
    private final RecordFinding finding;

    VisitTaking(RecordFinding finding) {
        this.finding = finding;
    }

    /** Kept from everybody else until the transaction ends. */
    Found seen(Catalogue visits, UUID id) {
        visits.actor().require("visit.update");
        finding.findToWrite(visits, id);
        return finding.locked(visits, id).orElseThrow(Refusal::notFound);
    }

    /** The same for whoever goes there himself: where somebody was nobody else says. 403 {@code visitOfAnother}. */
    Found own(Catalogue visits, UUID id) {
        Found visit = seen(visits, id);
        if (!visits.actor().person().equals(visit.values().get("owner"))) throw Refusal.of(403, "visitOfAnother");
        return visit;
    }
}
