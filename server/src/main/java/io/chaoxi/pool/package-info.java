/**
 * 公海: pools of records without an owner, who takes from them, and what claims are held to. Owns pool, pool_member and
 * claim_day; identity reads memberships for everybody who acts. Offers the order of pools to the record machine, which
 * keeps whoever has no owner in exactly one. Listens to the founding of firms.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity::role"})
@NullMarked
package io.chaoxi.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
