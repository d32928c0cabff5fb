/**
 * 客户拜访: visits of customers, planned on a day, begun and ended on the spot, with what was asked there. Owns visit, visit_met
 * and, in {@code form}, visit_template, visit_template_version and visit_answer; tells the block of a customer who goes there.
 * Ending a visit writes an activity of the kind visit through the record machine. Listens to what is deleted for good.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "conversation", "exchange", "workday"})
@NullMarked
package io.chaoxi.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
