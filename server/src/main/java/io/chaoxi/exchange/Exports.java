package io.chaoxi.exchange;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.record.RecordReading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports: queued and listed. Each needs the right to export the object, at the start and in every step. */
@Service
public class Exports {
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final ExportVolume volume;
    private final Jobs jobs;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;

    Exports(
            Catalogues catalogues,
            RecordReading reading,
            ExportVolume volume,
            Jobs jobs,
            Idempotency idempotency,
            TransactionTemplate transaction) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.volume = volume;
        this.jobs = jobs;
        this.idempotency = idempotency;
        this.transaction = transaction;
    }

    /**
     * Queues an export after checking filter, sort and fields as a list would, once for a key; 422 when the day's volume is
     * used up, which the administrators are told of like an export that was stopped on its way.
     */
    public JobView start(ExportOrder order, @Nullable String key, String request) {
        try {
            return transaction.execute(status -> idempotency.job(key, request, () -> queue(order)));
        } catch (Refusal refusal) {
            // Only now, for the refusal rolls back what is noted beside it.
            if (ExportJob.LIMIT_REACHED.equals(refusal.code())) {
                transaction.executeWithoutResult(status -> volume.stopped(order.object()));
            }
            throw refusal;
        }
    }

    private JobView queue(ExportOrder order) {
        Catalogue catalogue = catalogues.of(order.object());
        catalogue.actor().require(order.object() + ".export");
        Format.of(order.format());
        reading.check(catalogue, order.page(null));
        if (volume.left() <= 0) throw Refusal.of(422, ExportJob.LIMIT_REACHED, Map.of("max", volume.limit()));
        return jobs.get(jobs.start(ExportJob.KIND, order.object(), order));
    }

    /** What one fetches in the download centre: one's own exports, also of other kinds, with their files. */
    @Transactional(readOnly = true)
    List<ExportLine> list() {
        return jobs.downloads().stream().map(ExportLine::of).toList();
    }
}
