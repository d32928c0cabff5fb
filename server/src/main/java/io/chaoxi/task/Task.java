package io.chaoxi.task;

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

/** 任务: something to do by some day. Its owner is who does it; whoever gave it to him goes on seeing it. */
public final class Task {
    private Task() {}

    /**
     * What a person writes of it. It is about a customer, alone or with a contact of it, or about a lead, or about nothing.
     *
     * @param dueTime {@code HH:mm} in the firm's time zone; without one it is due at the end of the day
     * @param remindBefore minutes before it is due, for whole days before nine in the morning
     * @param repeatUnit null for what is done once; emptied, the series ends with this one
     * @param repeatFrom the day from which the rhythm counts; the due date may differ for once
     * @param workdaysOnly the next ones move behind days on which the firm does not work
     */
    public record Draft(
            @NotBlank @Size(max = 200) @Searched @Quick @Listed
            String subject,

            @NotNull @Quick @Listed LocalDate dueOn,
            @Size(max = 5) @Quick @Listed @Nullable String dueTime,
            @Quick @Listed @Nullable PersonId owner,
            @References("customer") @Quick @Listed @Nullable UUID customer,
            @References("contact") @Quick @Nullable UUID contact,
            @References("lead") @Quick @Listed @Nullable UUID lead,
            @Choice("taskKind") @Quick @Listed @Nullable String kind,
            @Choice("taskPriority") @Quick @Listed @Nullable String priority,
            @Quick @Nullable LongText goal,
            @Min(0) @Max(43_200) @Quick @Nullable Integer remindBefore,
            @Choice("taskRepeat") @Quick @Nullable String repeatUnit,
            @Min(1) @Max(365) @Quick @Nullable Integer repeatEvery,
            @Nullable LocalDate repeatFrom,
            @Quick @Nullable LocalDate repeatUntil,
            @Quick boolean workdaysOnly,
            @Nullable LongText result,
            @Nullable TagIds tags) {}

    /** What follows, and what became of it; {@code cadence} names the rhythm by which the program made it. */
    record Derived(
            @Nullable String cadence,
            @Choice("taskStatus") @Listed String status,
            @Sorted("due_at") Instant dueAt,
            @Nullable Instant remindAt,
            @Nullable Integer seriesNumber,
            @Nullable Instant doneAt,
            @Nullable PersonId doneBy,
            @Nullable String cancelReason,
            @Nullable PersonId assignedBy,
            @Nullable DepartmentId ownerDepartment,
            boolean sample) {}
}
