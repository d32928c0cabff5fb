package io.chaoxi.privacy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.rights.AccessLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people from being erased, by the rule and by hand, as long as there is a reason. */
@Service
class Holds {
    private final PersonalData personal;
    private final PersonalRecords records;
    private final HoldSql sql;
    private final AccessLog accessLog;

    Holds(PersonalData personal, PersonalRecords records, HoldSql sql, AccessLog accessLog) {
        this.personal = personal;
        this.records = records;
        this.sql = sql;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    List<Hold> of(String object, UUID record) {
        return sql.of(object, List.of(found(object, record)));
    }

    /** 404 for whoever is being erased in this moment: the step that takes the record holds it, and so does this. */
    @Transactional
    Hold hold(String object, UUID record, String reason) {
        UUID id = records.findToHold(personal.open(object), record).id();
        var hold = sql.add(object, id, reason);
        accessLog.add("personHeld", object, id, Map.of());
        return hold;
    }

    @Transactional
    void release(String object, UUID record, UUID hold) {
        UUID id = found(object, record);
        if (!sql.delete(object, id, hold)) throw Refusal.notFound();
        accessLog.add("personReleased", object, id, Map.of());
    }

    private UUID found(String object, UUID record) {
        return records.find(personal.open(object), record).id();
    }
}
