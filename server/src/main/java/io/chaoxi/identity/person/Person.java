package io.chaoxi.identity.person;

import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Email;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.Phone;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sorted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** 同事: somebody who works with the CRM. His roles stand beside the record, his password with his account. */
public final class Person {
    private Person() {}

    /** What an administrator may write of a person. */
    public record Draft(
            @NotBlank @Size(max = 100) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @NotBlank @Size(max = 100) @Quick @Listed String login,
            @Searched @Quick @Listed @Nullable Email email,
            @Searched @Quick @Listed @Nullable Phone phone,
            @Size(max = 100) @Listed @Nullable String jobTitle,
            @Quick @Listed @Nullable DepartmentId department) {}

    /** Who is locked cannot sign in; changed by locking and unlocking only. */
    record Derived(@Listed boolean locked) {}
}
