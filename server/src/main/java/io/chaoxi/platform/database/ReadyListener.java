package io.chaoxi.platform.database;

import io.chaoxi.platform.CrmSettings;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator where the page is. */
@Component
class ReadyListener {

    private static final Logger log = LoggerFactory.getLogger(ReadyListener.class);

    private final CrmSettings settings;

    ReadyListener(CrmSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        log.info(
                "潮汐 CRM ready at {} ({} ms)",
                settings.baseUrl(),
                ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
