package io.chaoxi.exchange;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordReading;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports: queued and listed. Each needs the right to export the object, at the start and in every step. */
@Service
public class Exports {
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final ExportVolume volume;
    private final Jobs jobs;

    Exports(Catalogues catalogues, RecordReading reading, ExportVolume volume, Jobs jobs) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.volume = volume;
        this.jobs = jobs;
    }

    /** Queues an export after checking filter, sort and fields as a list would; 422 when the day's volume is used up. */
    @Transactional
    public JobView start(ExportOrder order) {
        Catalogue catalogue = catalogues.of(order.object());
        catalogue.actor().require(order.object() + ".export");
        Format.of(order.format());
        reading.check(catalogue, order.page(null));
        if (volume.left() <= 0) throw Refusal.of(422, ExportJob.LIMIT_REACHED, Map.of("max", volume.limit()));
        return jobs.get(jobs.start(ExportJob.KIND, order.object(), order));
    }

    /** One's own exports with their files. */
    @Transactional(readOnly = true)
    public List<JobView> list() {
        return jobs.list(false, ExportJob.KIND);
    }
}
