package io.chaoxi.exchange;

import io.chaoxi.platform.file.FileGate;
import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.rights.Acting;
import org.springframework.stereotype.Component;

/** An export that is ready is handed out only while its maker still may export. */
@Component
class ExportedFiles implements FileGate {
    private final Jobs jobs;

    ExportedFiles(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void pass(StoredFile file) {
        if (file.job() == null || !ExportJob.KIND.equals(jobs.get(file.job()).kind())) return;
        Acting.current().require(file.object() + ".export");
    }
}
