package io.chaoxi.privacy;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that is kept of a person into one file of the download centre; its name does not tell whose it is. */
@Component
class PersonalExportJob implements JobKind {
    static final String KIND = "personalExport";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PersonalData personal;
    private final PersonalFile file;
    private final StoredFiles files;
    private final AccessLog accessLog;
    private final Labels labels;

    PersonalExportJob(PersonalData personal, PersonalFile file, StoredFiles files, AccessLog accessLog, Labels labels) {
        this.personal = personal;
        this.file = file;
        this.files = files;
        this.accessLog = accessLog;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean endsWithSession() {
        return true;
    }

    @Override
    public boolean download() {
        return true;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var order = JSON.treeToValue(run.arguments(), PersonalData.Order.class);
        Path draft = run.step(() -> files.draft(run.draft(KIND)));
        try {
            Map<String, @Nullable Object> result = Map.of("rows", 1);
            run.step(() -> {
                var catalogue = personal.open(run.object());
                run.unhurried();
                PersonalData.requireWhole(catalogue);
                file.write(catalogue, order.record(), draft);
                files.keepOfJob(run.id(), run.object(), draft, name(), "application/zip");
                accessLog.add("personExported", run.object(), order.record(), Map.of());
                run.reached(1, 1L, null);
                run.finished(result);
            });
            return result;
        } finally {
            files.dropDraft(draft);
        }
    }

    private String name() {
        return files.nameNow(labels.of("privacy", "file").in(Acting.current().locale()), "zip");
    }
}
