package io.chaoxi.privacy;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.PersonalRecords;
import io.chaoxi.platform.rights.AccessLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders what a person can ask for: all that is kept of him, and its end. Both need {@code privacy.manage}, the record in
 * reach, and a proof of the last ten minutes that it is the same colleague.
 */
@Service
public class PersonalData {
    static final String RIGHT = "privacy.manage";

    private final Catalogues catalogues;
    private final PersonalRecords records;
    private final HoldSql holds;
    private final Confirmations confirmations;
    private final Jobs jobs;
    private final AccessLog accessLog;

    PersonalData(
            Catalogues catalogues,
            PersonalRecords records,
            HoldSql holds,
            Confirmations confirmations,
            Jobs jobs,
            AccessLog accessLog) {
        this.catalogues = catalogues;
        this.records = records;
        this.holds = holds;
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.accessLog = accessLog;
    }

    /** What a job is to do, as its arguments. */
    record Order(UUID record, String reason) {}

    /** Queues the file with all that is kept; 403 for whoever may not read every field, since it would have holes. */
    @Transactional
    public JobView export(String object, UUID id) {
        Catalogue catalogue = open(object);
        UUID record = records.find(catalogue, id).id();
        requireWhole(catalogue);
        confirmations.require(Sensitive.PERSON_EXPORTED);
        accessLog.add("personExportOrdered", object, record, Map.of());
        return jobs.get(jobs.start(PersonalExportJob.KIND, object, new Order(record, "")));
    }

    /** Queues the end of a person; 422 when the name is not his, 409 while a reason holds him. */
    @Transactional
    public JobView erase(String object, UUID id, String name, String reason) {
        Catalogue catalogue = open(object);
        catalogue.actor().require(object + ".delete");
        var found = records.find(catalogue, id);
        if (!PersonalRecords.title(catalogue, found).strip().equals(name)) throw Refusal.field("name", "nameDiffers");
        holds.refuse(object, List.of(found.id()));
        confirmations.require(Sensitive.PERSON_ERASED);
        accessLog.add("personErasureOrdered", object, found.id(), Map.of("reason", reason));
        return jobs.get(jobs.start(ErasureJob.KIND, object, new Order(found.id(), reason)));
    }

    /** The object for whoever manages personal data at this moment. */
    Catalogue open(String object) {
        Catalogue catalogue = catalogues.of(object);
        catalogue.actor().require(RIGHT);
        return catalogue;
    }

    static void requireWhole(Catalogue catalogue) {
        List<Field> closed = catalogue.all().stream()
                .filter(field -> !catalogue.right(field).readable())
                .toList();
        if (closed.isEmpty()) return;
        String named = closed.stream()
                .map(field -> field.label().in(catalogue.actor().locale()))
                .collect(Collectors.joining("、"));
        throw Refusal.of(403, "personNotWhole", Map.of("fields", named));
    }
}
