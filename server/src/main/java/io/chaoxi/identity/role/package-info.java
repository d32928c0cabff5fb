/** Roles, standard roles, the list of all permissions, and how they become an acting person's rights. */
@NamedInterface("role")
@NullMarked
package io.chaoxi.identity.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
