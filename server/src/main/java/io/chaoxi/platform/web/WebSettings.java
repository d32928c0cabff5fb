package io.chaoxi.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param statementsShown whether answers say in {@code Server-Timing} how many SQL statements they took
 * @param statementsAtMost above this an answer is a fault; 0 for no limit. Tests set it, installations do not
 * @param trustedProxies networks of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; blank for none
 * @param drain how long {@code /health/ready} says no before the door closes
 */
@ConfigurationProperties("crm.web")
record WebSettings(
        @DefaultValue("false") boolean statementsShown,
        @DefaultValue("0") int statementsAtMost,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("0s") Duration drain) {}
