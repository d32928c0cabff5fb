package io.chaoxi.notification;

import io.chaoxi.platform.rights.Acting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acting person's notifications; nobody reads another's. */
@Service
public class Notifications {
    private static final int COUNTED = 1_000;

    private final NotificationSql sql;
    private final ApplicationEventPublisher events;

    Notifications(NotificationSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** Tells a person of the acting firm; a second time of the same source changes nothing. */
    @Transactional
    void tell(UUID person, Notice notice) {
        UUID made = sql.insert(person, notice);
        if (made != null)
            events.publishEvent(new NotificationMade(Acting.current().tenant(), person, made));
    }

    /** The newest behind the given one. */
    @Transactional(readOnly = true)
    public List<Notification> page(@Nullable UUID after, int limit) {
        return sql.page(after, limit);
    }

    /** How many are unread; counted up to 1,000. */
    @Transactional(readOnly = true)
    public int unread() {
        return sql.unread(COUNTED);
    }

    /** Marks as read; ids that are not one's own change nothing. */
    @Transactional
    public void read(List<UUID> ids) {
        sql.read(ids);
    }

    @Transactional
    public void readAll() {
        sql.readAll();
    }
}
