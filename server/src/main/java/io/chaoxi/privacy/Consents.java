package io.chaoxi.privacy;

import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people agreed to. Whoever reaches a record reads its consents, whoever may change it notes one or its withdrawal,
 * which holds from that moment on. Texts are kept by whoever manages personal data.
 */
@Service
public class Consents {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final ConsentSql sql;
    private final StoredFiles files;
    private final HistorySql history;
    private final AccessLog accessLog;
    private final Clock clock;

    Consents(
            Catalogues catalogues,
            RecordFinding finding,
            ConsentSql sql,
            StoredFiles files,
            HistorySql history,
            AccessLog accessLog,
            Clock clock) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.sql = sql;
        this.files = files;
        this.history = history;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<ConsentText> texts() {
        return sql.texts();
    }

    @Transactional
    ConsentText addText(String name, String channel, String text) {
        Acting.current().require(PersonalData.RIGHT);
        UUID id = sql.addText(name, channel, text);
        accessLog.add("consentTextAdded", null, id, Map.of("name", name));
        return sql.text(id).orElseThrow();
    }

    private Catalogue open(String object) {
        Catalogue catalogue = catalogues.of(object);
        if (!catalogue.type().personal()) throw Refusal.notFound();
        return catalogue;
    }

    @Transactional(readOnly = true)
    List<Consent> of(String object, UUID record) {
        finding.find(open(object), record);
        return sql.of(object, List.of(record));
    }

    /** Notes a consent; 422 for a text that is none, a time ahead, a file that is not the record's. */
    @Transactional
    Consent give(String object, UUID record, ConsentSql.Given given) {
        Catalogue catalogue = open(object);
        catalogue.actor().require(object + ".update");
        finding.findToWrite(catalogue, record);
        finding.hold(catalogue, record);
        if (sql.text(given.text()).isEmpty()) throw Refusal.field("text", "unknownReference");
        if (given.at().isAfter(clock.instant())) throw Refusal.field("givenAt", "timeAhead");
        if (given.file() != null && !isOf(record, given.file())) throw Refusal.field("file", "unknownReference");
        UUID id = sql.give(object, record, given);
        remember(object, record, HistorySql.CONSENT_GIVEN);
        return sql.find(object, record, id).orElseThrow();
    }

    private boolean isOf(UUID record, UUID file) {
        try {
            return record.equals(files.get(file).record());
        } catch (Refusal outOfReach) {
            return false;
        }
    }

    /** Withdraws a consent and every other one to the same purpose and channel; 409 when none stands. */
    @Transactional
    void withdraw(String object, UUID record, UUID id) {
        Catalogue catalogue = open(object);
        catalogue.actor().require(object + ".update");
        finding.findToWrite(catalogue, record);
        finding.hold(catalogue, record);
        Consent consent = sql.find(object, record, id).orElseThrow(Refusal::notFound);
        if (consent.withdrawnAt() != null || !sql.withdraw(object, record, consent.text())) {
            throw Refusal.of(409, "consentWithdrawnAlready");
        }
        remember(object, record, HistorySql.CONSENT_WITHDRAWN);
    }

    private void remember(String object, UUID record, String kind) {
        history.add(object, List.of(new HistorySql.Line(record, kind, List.of())), null);
    }
}
