package io.chaoxi.pool;

import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sorted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** 公海, 线索池: customers, or leads, without an owner, open to its members for claiming. */
public final class Pool {
    private Pool() {}

    /** What an administrator may write of a pool; members, shown fields and limits by grade are its {@link PoolTerms}. */
    public record Draft(
            @NotBlank @Size(max = 100) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @Size(max = 40) @Quick @Nullable String object,
            @Size(max = 4_000) @Quick @Listed @Nullable String condition,
            @Min(0) @Max(1_000_000) @Listed @Nullable Integer position,
            @Listed boolean everyone,
            @Min(1) @Max(100_000) @Listed @Nullable Integer claimsPerDay,
            @Min(1) @Max(100_000) @Listed @Nullable Integer heldMost,
            @Min(1) @Max(3_650) @Nullable Integer coolOffDays,
            @Min(1) @Max(8_760) @Nullable Integer closedHours) {}

    /** What follows from the rest. */
    record Derived(@Listed boolean standard) {}
}
