/**
 * 公海, 线索池: pools of customers and of leads without an owner, who takes from them, and what claims are held to. Also 回落:
 * what nobody follows returns. Owns pool, pool_member, claim_day and return_told; identity reads memberships for everybody
 * who acts. Offers the order of pools and their rules of return to the record machine, which keeps whoever has no owner in
 * exactly one, and of everybody else when he returns. Announces what a run brought to whom. Listens to the founding of
 * firms, and to changes of their calendar and time zone.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity::role", "workday"})
@NullMarked
package io.chaoxi.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
