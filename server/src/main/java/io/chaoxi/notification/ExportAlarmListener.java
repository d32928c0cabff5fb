package io.chaoxi.notification;

import io.chaoxi.exchange.ExportedMuch;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells everybody who may read the access log that somebody exports a great deal; once a day for each and each step. */
@Component
class ExportAlarmListener {
    private final Delivery delivery;
    private final Readers readers;
    private final Notifications notifications;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final Clock clock;

    ExportAlarmListener(
            Delivery delivery,
            Readers readers,
            Notifications notifications,
            Catalogues catalogues,
            RecordReading reading,
            Clock clock) {
        this.delivery = delivery;
        this.readers = readers;
        this.notifications = notifications;
        this.catalogues = catalogues;
        this.reading = reading;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener
    void on(ExportedMuch event) {
        delivery.forFirm(event.tenant(), () -> {
            for (UUID person : people()) {
                readers.of(event.tenant(), person)
                        .filter(reader -> reader.may("audit.read"))
                        .ifPresent(reader -> tell(reader, event));
            }
        });
    }

    private void tell(Actor reader, ExportedMuch event) {
        var facts = Map.of("by", readers.name(event.person()), "rows", event.rows(), "limit", event.limit());
        String key = event.stopped() ? "exportStopped" : "exportAlarm";
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        notifications.tell(
                reader.person(),
                new Notice(
                        "exportAlarm",
                        readers.sentence(reader, key, facts),
                        readers.sentence(reader, "exportLimit", facts),
                        "/settings/access",
                        String.join("/", "export", event.person().toString(), day.toString(), key)));
    }

    /** Everybody who works in the firm. */
    private List<UUID> people() {
        Catalogue catalogue = catalogues.of("person");
        var people = new ArrayList<UUID>();
        String after = null;
        do {
            RecordReading.Walk page = reading.walk(catalogue, behind(after), List.of());
            page.rows().forEach(row -> people.add(row.id()));
            after = page.next();
        } while (after != null);
        return people;
    }

    private static RecordQuery behind(@Nullable String after) {
        return new RecordQuery("locked==false", "", "", List.of(), RecordQuery.LARGEST_PAGE, after, false);
    }
}
