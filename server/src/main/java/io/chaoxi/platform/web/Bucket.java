package io.chaoxi.platform.web;

import java.util.concurrent.TimeUnit;

/** A bucket that fills evenly and from which each request takes one; empty, it says after how many seconds to come back. */
public final class Bucket {
    private final double perNanosecond;
    private final double size;
    private double left;
    private long filledAt;

    public Bucket(int perMinute, int burst, long now) {
        this.perNanosecond = perMinute / (double) TimeUnit.MINUTES.toNanos(1);
        this.size = Math.max(1, burst);
        this.left = size;
        this.filledAt = now;
    }

    /** 0 when one was taken, otherwise the whole seconds until there is one again. */
    public synchronized long take(long now) {
        left = Math.min(size, left + (now - filledAt) * perNanosecond);
        filledAt = now;
        if (left >= 1) {
            left -= 1;
            return 0;
        }
        double seconds = (1 - left) / perNanosecond / TimeUnit.SECONDS.toNanos(1);
        return Math.max(1, (long) Math.ceil(seconds));
    }
}
