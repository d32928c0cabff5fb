package io.chaoxi.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are let in. Each node counts for itself: with n nodes behind a balancer a caller may reach n times
 * the figure, a firm too. 0 a minute means no limit.
 *
 * @param callerPerMinute by one session or API token, in the long run
 * @param callerBurst by one session or API token at once
 * @param firmPerMinute by all of a firm together
 * @param atOnce requests that a node works on at the same time; above it a firm that holds more than its share waits
 */
@ConfigurationProperties("crm.rate")
record RateSettings(
        @DefaultValue("3000") int callerPerMinute,
        @DefaultValue("600") int callerBurst,
        @DefaultValue("15000") int firmPerMinute,
        @DefaultValue("1500") int firmBurst,
        @DefaultValue("32") int atOnce) {}
