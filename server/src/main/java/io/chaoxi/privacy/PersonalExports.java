package io.chaoxi.privacy;

import io.chaoxi.platform.file.FileGate;
import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.rights.Acting;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A file with somebody's data is handed out only while its maker still manages personal data. */
@Component
class PersonalExports implements FileGate {
    private static final Set<String> KINDS = Set.of(PersonalExportJob.KIND, AffectedJob.KIND);

    private final Jobs jobs;

    PersonalExports(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void pass(StoredFile file) {
        if (file.job() == null || !KINDS.contains(jobs.get(file.job()).kind())) return;
        Acting.current().require(PersonalData.RIGHT);
    }
}
