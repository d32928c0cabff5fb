package io.chaoxi.webform;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose the next lead of a form is: each in turn; who is locked or gone is passed over. */
@Component
class Owners {
    private final SubmissionSql sql;
    private final Actors actors;

    Owners(SubmissionSql sql, Actors actors) {
        this.sql = sql;
        this.actors = actors;
    }

    @Nullable
    UUID next(WebForm form) {
        List<UUID> owners = form.draft().owners();
        if (owners.isEmpty()) return null;
        long turn = owners.size() == 1 ? 0 : sql.turn(form.id());
        for (int i = 0; i < owners.size(); i++) {
            UUID owner = owners.get((int) ((turn + i) % owners.size()));
            if (actors.load(Acting.current().tenant(), owner).isPresent()) return owner;
        }
        return null;
    }
}
