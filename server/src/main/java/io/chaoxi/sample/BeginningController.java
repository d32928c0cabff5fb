package io.chaoxi.sample;

import io.chaoxi.activity.Activities;
import io.chaoxi.customer.Customers;
import io.chaoxi.identity.firm.Firms;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first steps of a firm, and the way out of its sample data. */
@RestController
@RequestMapping("/api/v1/firm")
class BeginningController {
    private final Firms firms;
    private final Customers customers;
    private final Activities activities;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final Jobs jobs;

    BeginningController(
            Firms firms,
            Customers customers,
            Activities activities,
            Catalogues catalogues,
            RecordReading reading,
            Jobs jobs) {
        this.firms = firms;
        this.customers = customers;
        this.activities = activities;
        this.catalogues = catalogues;
        this.reading = reading;
        this.jobs = jobs;
    }

    /** A step and whether it is done. */
    record Step(String key, boolean done) {}

    /** The steps in the order in which they are taken. */
    record Checklist(List<Step> items) {}

    @GetMapping("/checklist")
    @Needs("settings.manage")
    Checklist checklist() {
        var two = new RecordQuery("", "", "", List.of("name"), 2, null, false);
        var people = reading.list(catalogues.of("person"), two).items();
        return new Checklist(List.of(
                new Step("firm", firms.named()),
                new Step("people", people.size() > 1),
                new Step("fields", !catalogues.of("customer").custom().isEmpty()),
                new Step("import", customers.begun()),
                new Step("tryout", activities.any())));
    }

    @DeleteMapping("/sample")
    @Needs("settings.manage")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView removeSample() {
        return jobs.get(jobs.start("removeSample", null, Map.of()));
    }
}
