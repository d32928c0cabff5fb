package io.chaoxi.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 通知: something that a person should know, in his language, with the address of the page it leads to.
 *
 * @param kind jobDone, mentioned, assigned, shared, exportAlarm, returns, secondFactorReset,
 *     secondFactorRemoved or recoveryCodesRenewed
 */
public record Notification(
        UUID id,
        String kind,
        String title,
        @Nullable String text,
        @Nullable String link,
        Instant at,
        boolean read) {}
