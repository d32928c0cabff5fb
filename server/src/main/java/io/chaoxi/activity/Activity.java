package io.chaoxi.activity;

import io.chaoxi.platform.record.Choice;
import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.LongText;
import io.chaoxi.platform.record.PersonId;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.References;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sorted;
import io.chaoxi.platform.record.TagIds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 行动记录: a call, visit, message or meeting with a customer or a lead. Its owner is who did it and stays so when the
 * customer goes to somebody else; whoever reaches the customer reads it in the customer's timeline. What was done with a
 * lead that became a customer names both.
 */
public final class Activity {
    private Activity() {}

    /** What a person writes of it. {@code at} is when it was, now unless said otherwise; {@code minutes} how long it took. */
    public record Draft(
            @References("customer") @Quick @Listed @Nullable UUID customer,
            @References("lead") @Quick @Listed @Nullable UUID lead,
            @NotBlank @Choice("activityKind") @Quick @Listed String kind,
            @References("contact") @Quick @Listed @Nullable UUID contact,

            @Choice("activityOutcome") @Quick @Listed @Nullable
            String outcome,

            @Choice("pretext") @Quick @Nullable String pretext,

            @Quick @Nullable LongText content,
            @Sorted("at") @Listed @Nullable Instant at,
            @Min(0) @Max(1440) @Nullable Integer minutes,
            @Quick @Listed @Nullable LocalDate nextFollowUp,
            @Listed @Nullable PersonId owner,
            @Nullable TagIds tags) {}

    /** What follows: the title is the beginning of what was said. */
    record Derived(@Searched @Listed String title, @Nullable DepartmentId ownerDepartment, boolean sample) {}
}
