package io.chaoxi.notification;

import java.util.UUID;

/** Somebody has a new notification. */
public record NotificationMade(long tenant, UUID person, UUID notification) {}
