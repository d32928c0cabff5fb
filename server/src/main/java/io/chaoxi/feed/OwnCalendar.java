package io.chaoxi.feed;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person is to do and where he is to be, as he may see it now. */
@Component
class OwnCalendar {
    private static final int MOST = 1_000;

    private final Catalogues catalogues;
    private final RecordReading reading;
    private final CrmSettings settings;

    OwnCalendar(Catalogues catalogues, RecordReading reading, CrmSettings settings) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.settings = settings;
    }

    /** None of an object for whoever may not read it, or not its days. The soonest ones of each, when there are too many. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        return Dated.ALL.stream().flatMap(dated -> of(dated).stream()).toList();
    }

    private List<Entry> of(Dated dated) {
        Catalogue catalogue = catalogues.of(dated.object());
        boolean told =
                dated.needed().stream().allMatch(name -> catalogue.visible(name).isPresent());
        if (!told || !catalogue.actor().may(dated.object() + ".read")) return List.of();
        var fields = dated.fields()
                .filter(name -> catalogue.visible(name).isPresent())
                .toList();
        var entries = new ArrayList<Entry>();
        String after = null;
        do {
            var page = reading.list(catalogue, dated.query(fields, after));
            for (Map<String, @Nullable Object> row : page.items()) entries.add(dated.entry(row, settings.baseUrl()));
            after = page.next();
        } while (after != null && entries.size() < MOST);
        return entries;
    }
}
