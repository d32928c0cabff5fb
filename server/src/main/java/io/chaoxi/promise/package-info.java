/**
 * 承诺簿: what somebody promised a customer or a lead, by when, and whether it was kept; what is broken stays broken, and is
 * apologised for. Owns promise; tells the blocks of customers, contacts and leads what was promised there, and how well each
 * keeps his word; announces {@link io.chaoxi.promise.PromisesDue} and {@link io.chaoxi.promise.PromisesBroken}. Listens to
 * the conversion of leads, whose promises go on with the customer, and to what is deleted for good.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "conversation", "lead", "workday"})
@NullMarked
package io.chaoxi.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
