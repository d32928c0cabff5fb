package io.chaoxi.view;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's department and all above it, whose team views reach down to him. */
@Component
class DepartmentPath {
    private final Catalogues catalogues;
    private final RecordReading reading;

    DepartmentPath(Catalogues catalogues, RecordReading reading) {
        this.catalogues = catalogues;
        this.reading = reading;
    }

    /** Empty without a department. Read by the program itself: one need not be allowed to read departments to be in one. */
    Set<UUID> of(Actor actor) {
        if (actor.department() == null) return Set.of();
        Map<UUID, UUID> above = Acting.as(Actor.system(actor.tenant(), actor.zone()), this::above);
        var path = new LinkedHashSet<UUID>();
        for (UUID at = actor.department(); at != null && path.add(at); ) at = above.get(at);
        return path;
    }

    private Map<UUID, UUID> above() {
        Catalogue departments = catalogues.of("department");
        var fields = reading.asked(departments, List.of("parent"));
        var above = new HashMap<UUID, UUID>();
        @Nullable String after = null;
        do {
            var query = new RecordQuery("", "", "", List.of(), RecordQuery.LARGEST_PAGE, after, false);
            var page = reading.walk(departments, query, fields);
            for (var row : page.rows()) {
                if (row.values().get("parent") instanceof UUID parent) above.put(row.id(), parent);
            }
            after = page.next();
        } while (after != null);
        return above;
    }
}
