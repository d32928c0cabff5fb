package io.chaoxi.webform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often forms are asked for and sent by one address, and sent to one form; each node counts for itself. 0 a minute
 * means no limit.
 */
@ConfigurationProperties("crm.form")
record FormSettings(
        @DefaultValue("60") int pagesPerMinute,
        @DefaultValue("60") int pagesBurst,
        @DefaultValue("10") int sendsPerMinute,
        @DefaultValue("20") int sendsBurst,
        @DefaultValue("120") int formPerMinute,
        @DefaultValue("120") int formBurst) {}
