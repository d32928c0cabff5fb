package io.chaoxi.customer;

import io.chaoxi.platform.record.Choice;
import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Email;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.LongText;
import io.chaoxi.platform.record.PersonId;
import io.chaoxi.platform.record.Phone;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.References;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sensitive;
import io.chaoxi.platform.record.Sorted;
import io.chaoxi.platform.record.TagIds;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 联系人: a person at a customer. Belongs to whoever owns the customer and goes with it. */
public final class Contact {
    private Contact() {}

    /** What a person may write of a contact. Moving it to another customer keeps its history. */
    public record Draft(
            @NotBlank @Size(max = 100) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @NotNull @References("customer") @Quick @Listed UUID customer,
            @Listed boolean primaryContact,
            @Size(max = 100) @Quick @Listed @Nullable String jobTitle,
            @Choice("departmentLine") @Listed @Nullable String departmentLine,
            @References("contact") @Listed @Nullable UUID reportsTo,
            @Sensitive @Searched @Quick @Listed @Nullable Phone phone,
            @Sensitive @Searched @Nullable Phone telephone,
            @Sensitive @Searched @Quick @Nullable Email email,
            @Sensitive @Size(max = 60) @Nullable String wechat,
            @Choice("preferredChannel") @Nullable String preferredChannel,
            @Size(max = 60) @Nullable String salutation,
            @Size(max = 100) @Nullable String contactTimes,
            @Size(max = 300) @Nullable String likes,
            @Size(max = 300) @Nullable String dislikes,
            @Nullable LongText pastProblems,
            @Nullable LongText answered,
            @Sensitive @PastOrPresent @Nullable LocalDate birthday,
            @Choice("source") @Nullable String source,
            @Choice("legalBasis") @Nullable String legalBasis,
            @Size(max = 200) @Nullable String purpose,
            @Nullable LongText remark,
            @Listed @Nullable TagIds tags) {}

    /** What follows from the customer. */
    record Derived(
            @Listed @Nullable PersonId owner, @Nullable DepartmentId ownerDepartment, boolean sample) {}
}
