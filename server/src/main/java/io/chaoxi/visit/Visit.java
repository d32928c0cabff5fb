package io.chaoxi.visit;

import io.chaoxi.platform.record.Choice;
import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.LongText;
import io.chaoxi.platform.record.Money;
import io.chaoxi.platform.record.PersonId;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.References;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sorted;
import io.chaoxi.platform.record.TagIds;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 拜访: somebody goes to see a customer on a day, with a goal. Its owner is who goes. */
public final class Visit {
    private Visit() {}

    /**
     * What a person writes of it.
     *
     * @param fromTime {@code HH:mm} in the firm's time zone; without one it is some time on the day
     * @param toTime until when, only beside {@code fromTime}
     * @param contact whom it is to be with
     * @param gift what was given, and {@code giftCost} what it cost us
     */
    public record Draft(
            @NotBlank @Size(max = 200) @Searched @Quick @Listed
            String goal,

            @NotNull @References("customer") @Quick @Listed UUID customer,

            @References("contact") @Quick @Listed @Nullable UUID contact,

            @NotNull @Quick @Listed LocalDate plannedOn,
            @Size(max = 5) @Quick @Listed @Nullable String fromTime,
            @Size(max = 5) @Quick @Nullable String toTime,
            @Choice("visitManner") @Quick @Listed @Nullable String manner,
            @Quick @Listed @Nullable PersonId owner,
            @Nullable LongText result,
            @Size(max = 200) @Nullable String gift,
            @Min(0) @Nullable Money giftCost,
            @Nullable TagIds tags) {}

    /** What follows, and what became of it. */
    record Derived(
            @Choice("visitStatus") @Listed String status,
            @Nullable Instant startsAt,
            Instant lateFrom,
            Instant missedFrom,
            @Sorted("checked_in_at") @Listed @Nullable Instant checkedInAt,
            @Listed @Nullable Integer lateBy,
            @Nullable Instant checkedOutAt,
            @Nullable String cancelReason,
            @Nullable DepartmentId ownerDepartment,
            boolean sample) {}
}
