package io.chaoxi.platform.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Between the word that the program shall stop and its closed door: {@code /health/ready} says no already, everything else
 * goes on as before, for as long as a balancer needs to see that and to send people elsewhere. No time unless it is set.
 */
@Component
class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration length;

    Drain(WebSettings settings) {
        this.length = settings.drain();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void on(ContextClosedEvent closing) {
        if (length.isZero()) return;
        LOG.info("Not ready any more; the door closes in {} s", length.toSeconds());
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
