/**
 * 离职交接: what somebody holds goes to others in one step, object by object, by rules that are chosen. Owns nothing; offers
 * what is held and the handing over, which runs as bulk jobs with their results and undo. Objects say by {@link
 * io.chaoxi.platform.record.HandedOn} what of them is handed over.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
