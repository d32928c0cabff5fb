package io.chaoxi.customer;

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
import io.chaoxi.platform.record.Sequence;
import io.chaoxi.platform.record.Sorted;
import io.chaoxi.platform.record.TagIds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 客户: a company, group or person with business ties. */
public final class Customer {
    private Customer() {}

    /** What a person may write of a customer. */
    public record Draft(
            @NotBlank @Size(max = 200) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @Size(max = 100) @Searched @Listed @Nullable String shortName,
            @Size(max = 300) @Searched @Nullable String englishName,
            @Searched @Size(max = 30) @Nullable String creditCode,
            @Quick @Listed @Nullable IndustryCode industry,
            @Quick @Listed @Nullable RegionCode region,
            @Size(max = 300) @Nullable String address,
            @Nullable Link website,
            @Sensitive @Searched @Quick @Listed @Nullable Phone phone,
            @Sensitive @Searched @Nullable Email email,
            @Choice("relation") @Listed @Nullable String relation,
            @Choice("importance") @Listed @Nullable String importance,
            @Choice("loyalty") @Nullable String loyalty,
            @Choice("valueAbility") @Nullable String valueAbility,
            @Choice("grade") @Nullable String grade,
            @Choice("potential") @Nullable String potential,
            @Choice("behaviour") @Nullable String behaviour,
            @Choice("source") @Quick @Nullable String source,
            @References("customer") @Nullable UUID referrer,
            boolean bigReach,
            @Choice("reachPlatform") @Nullable String reachPlatform,
            @Min(0) @Max(10_000_000_000L) @Nullable Long reachFollowers,
            @Min(0) @Max(10_000_000) @Nullable Integer employees,
            @Min(0) @Nullable Money registeredCapital,
            @PastOrPresent @Nullable LocalDate foundedOn,
            @Listed @Nullable LocalDate nextFollowUp,
            @Nullable LongText remark,
            @Listed @Nullable PersonId owner,
            @Listed @Nullable TagIds tags) {}

    /** What follows from the rest. */
    record Derived(
            @Sequence("KH") String code,
            int completeness,
            boolean phoneDoubtful,
            @Nullable Instant lastTouchAt,
            int touches,
            @Nullable Instant untouchedSince,
            boolean sample,
            @Nullable DepartmentId ownerDepartment,
            @References("pool") @Nullable UUID pool,
            @Nullable Instant pooledAt,
            @Nullable PersonId formerOwner,
            @Nullable String poolReason,
            @Nullable Instant ownedAt,
            @Nullable Instant returnAt,
            @Nullable Instant warnedFor,
            boolean returnLocked,
            @Nullable String lockReason) {}
}
