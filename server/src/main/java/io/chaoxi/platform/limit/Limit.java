package io.chaoxi.platform.limit;

/** A figure that a firm may set between nothing and the most; the default holds until then. */
public enum Limit {
    /** All files of the firm together, in megabytes of 10^6 bytes. */
    STORAGE_MEGABYTES("storageMegabytes", 20_000, 10_000_000),
    /** Rows that one person exports within a day of the firm's time zone; 0 shuts exports. */
    EXPORT_ROWS_PER_DAY("exportRowsPerDay", 200_000, 100_000_000),
    /** A customer that is complete by fewer percent stands among what is to be cleaned up. */
    COMPLETE_PERCENT("completePercent", 60, 100),
    /** So does one that nobody changed for so many days. */
    UNCHANGED_DAYS("unchangedDays", 90, 3_650),
    /** Who begins a visit so many minutes after it was planned is not late yet. */
    VISIT_GRACE_MINUTES("visitGraceMinutes", 15, 600);

    private final String key;
    private final long otherwise;
    private final int most;

    Limit(String key, long otherwise, int most) {
        this.key = key;
        this.otherwise = otherwise;
        this.most = most;
    }

    public String key() {
        return key;
    }

    long otherwise() {
        return otherwise;
    }

    int most() {
        return most;
    }
}
