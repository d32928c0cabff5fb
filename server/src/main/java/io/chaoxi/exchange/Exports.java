package io.chaoxi.exchange;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
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
    private final TransactionTemplate transaction;

    Exports(
            Catalogues catalogues,
            RecordReading reading,
            ExportVolume volume,
            Jobs jobs,
            TransactionTemplate transaction) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.volume = volume;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /**
     * Queues an export after checking filter, sort and fields as a list would; 422 when the day's volume is used up, which
     * the administrators are told of like an export that was stopped on its way.
     */
    public JobView start(ExportOrder order) {
        JobView started = transaction.execute(status -> queue(order));
        if (started != null) return started;
        // Only now, for the refusal itself would roll back what is noted beside it.
        throw Refusal.of(422, ExportJob.LIMIT_REACHED, Map.of("max", volume.limit()));
    }

    /** Nothing when the day's volume is used up; then that is noted. */
    private @Nullable JobView queue(ExportOrder order) {
        Catalogue catalogue = catalogues.of(order.object());
        catalogue.actor().require(order.object() + ".export");
        Format.of(order.format());
        reading.check(catalogue, order.page(null));
        if (volume.left() > 0) return jobs.get(jobs.start(ExportJob.KIND, order.object(), order));
        volume.stopped(order.object());
        return null;
    }

    /** One's own exports with their files. */
    @Transactional(readOnly = true)
    public List<JobView> list() {
        return jobs.list(false, ExportJob.KIND);
    }
}
