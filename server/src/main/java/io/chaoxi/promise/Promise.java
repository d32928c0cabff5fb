package io.chaoxi.promise;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 承诺: what the firm owes a customer or a lead by its word. Its owner is who keeps it. */
public final class Promise {
    private Promise() {}

    /**
     * What a person writes of it. It is made to a customer, perhaps to a contact of it, or to a lead. Once it is no longer
     * open, what was promised, to whom and by when stands; before, the day moves by an act of its own.
     *
     * @param dueTime {@code HH:mm} in the firm's time zone; without one the day's end
     * @param remindBefore minutes before it is due, for whole days before nine in the morning; absent on a new one, nine
     *     in the morning of the day before
     */
    public record Draft(
            @NotBlank @Size(max = 200) @Searched @Quick @Listed
            String subject,

            @NotNull @Quick @Listed LocalDate dueOn,
            @Size(max = 5) @Quick @Listed @Nullable String dueTime,
            @Quick @Listed @Nullable PersonId owner,
            @References("customer") @Quick @Listed @Nullable UUID customer,
            @References("contact") @Quick @Listed @Nullable UUID contact,
            @References("lead") @Quick @Listed @Nullable UUID lead,

            @Choice("promiseSource") @Quick @Listed @Nullable
            String source,

            @Quick @Nullable LongText details,
            @Min(0) @Max(43_200) @Nullable Integer remindBefore,
            @Nullable TagIds tags) {}

    /**
     * What follows, and what became of it.
     *
     * @param moves how often the day was moved, {@code firstDueOn} is what was said first
     * @param brokenAt the moment by which it was due, if it was not kept by then
     * @param countsFor whose word it was when it was kept in time or broke; another owner later changes nothing of it
     * @param apologyDueAt by when the apology is to be made; null where none is owed
     * @param follows the broken one that this one is to make good
     */
    record Derived(
            @Choice("promiseStatus") @Listed String status,
            @Sorted("due_at") Instant dueAt,
            @Nullable Instant remindAt,
            LocalDate firstDueOn,
            int moves,
            @Nullable LongText moveReason,
            boolean moveAgreed,
            @Nullable Instant keptAt,
            @Nullable PersonId keptBy,
            @Nullable LongText proof,
            @Nullable LongText releaseReason,
            @Nullable Instant brokenAt,
            @Nullable PersonId countsFor,
            @Nullable Instant apologyDueAt,
            @Nullable Instant apologizedAt,
            @Nullable PersonId apologizedBy,
            @Nullable LongText apology,
            @Nullable LongText offered,
            @Nullable LongText voidReason,
            @References("promise") @Nullable UUID follows,
            @Nullable PersonId assignedBy,
            @Nullable DepartmentId ownerDepartment,
            boolean sample) {}
}
