package io.chaoxi.lead;

import io.chaoxi.platform.record.Choice;
import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Email;
import io.chaoxi.platform.record.IndustryCode;
import io.chaoxi.platform.record.Link;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.LongText;
import io.chaoxi.platform.record.Money;
import io.chaoxi.platform.record.PersonId;
import io.chaoxi.platform.record.Phone;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.References;
import io.chaoxi.platform.record.RegionCode;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sensitive;
import io.chaoxi.platform.record.Sorted;
import io.chaoxi.platform.record.TagIds;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 线索: somebody who may buy, as he was first heard of. */
public final class Lead {
    private Lead() {}

    /** What a person may write of a lead. Fields that a customer or contact has too are called as there. */
    public record Draft(
            @NotBlank @Size(max = 200) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @Size(max = 100) @Searched @Quick @Listed @Nullable
            String contactName,

            @Size(max = 100) @Nullable String jobTitle,
            @Choice("departmentLine") @Nullable String departmentLine,
            @Sensitive @Searched @Quick @Listed @Nullable Phone phone,
            @Sensitive @Searched @Nullable Phone telephone,
            @Sensitive @Searched @Nullable Email email,
            @Sensitive @Size(max = 60) @Nullable String wechat,
            @Choice("leadStatus") @Listed @Nullable String status,
            @Choice("source") @Quick @Listed @Nullable String source,
            @Size(max = 200) @Listed @Nullable String campaign,
            @Quick @Nullable LongText need,
            @Min(0) @Nullable Money budget,
            @Choice("inquiryCompany") @Nullable String inquiryCompany,
            @Choice("inquiryUse") @Nullable String inquiryUse,
            @Choice("inquirySpecification") @Nullable String inquirySpecification,
            @Choice("inquiryInsider") @Nullable String inquiryInsider,
            @Nullable IndustryCode industry,
            @Listed @Nullable RegionCode region,
            @Size(max = 300) @Nullable String address,
            @Nullable Link website,
            @Nullable LongText remark,
            @Listed @Nullable LocalDate nextFollowUp,
            @Listed @Nullable PersonId owner,
            @Listed @Nullable TagIds tags) {}

    /** What follows from the rest, and what became of it. */
    record Derived(
            @Choice("inquirer") @Listed @Nullable String inquirer,
            @Listed @Nullable Integer score,
            @Nullable Integer fitScore,
            @Nullable Integer interestScore,
            boolean qualified,
            @Nullable LongText judgement,
            @Choice("leadInvalidReason") @Nullable String invalidReason,
            @Nullable String invalidNote,
            @Nullable Instant convertedAt,
            @Nullable PersonId convertedBy,
            @References("customer") @Nullable UUID customer,
            @References("contact") @Nullable UUID contact,
            @Nullable Instant lastTouchAt,
            int touches,
            @Nullable DepartmentId ownerDepartment,
            @References("pool") @Nullable UUID pool,
            @Nullable Instant pooledAt,
            @Nullable PersonId formerOwner,
            @Nullable String poolReason,
            @Nullable Instant ownedAt,
            @Nullable Instant returnAt,
            @Nullable Instant warnedFor,
            boolean returnLocked,
            @Nullable String lockReason,
            boolean sample) {}
}
