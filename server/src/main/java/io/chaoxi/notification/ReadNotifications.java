package io.chaoxi.notification;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Notifications stay for ninety days after they were read; unread ones stay. */
@Component
class ReadNotifications implements Chore {
    private static final Duration KEPT = Duration.ofDays(90);

    private final NotificationSql sql;

    ReadNotifications(NotificationSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "read notifications";
    }

    @Override
    public int clear(OffsetDateTime now) {
        return sql.deleteReadBefore(now.minus(KEPT));
    }
}
