package io.chaoxi.identity.person;

import io.chaoxi.platform.record.DepartmentId;
import io.chaoxi.platform.record.Listed;
import io.chaoxi.platform.record.PersonId;
import io.chaoxi.platform.record.Quick;
import io.chaoxi.platform.record.Searched;
import io.chaoxi.platform.record.Sorted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** 部门: what decides, by its place in the tree, whose records a manager sees. */
public final class Department {
    private Department() {}

    /** What an administrator may write of a department. */
    public record Draft(
            @NotBlank @Size(max = 100) @Searched @Quick @Listed @Sorted("name_key")
            String name,

            @Quick @Listed @Nullable DepartmentId parent,
            @Listed @Nullable PersonId leader) {}
}
