/**
 * 共享与协作: records that are shown to people, departments and roles beyond their data scope, to read or to change, for
 * a while or for good. Owns record_share; identity reads it for everybody who acts. Announces
 * {@link io.chaoxi.sharing.RecordShared}. Listens to nobody but the end of records and of
 * their owners.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity::role"})
@NullMarked
package io.chaoxi.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
