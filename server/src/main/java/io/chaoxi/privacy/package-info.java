/**
 * 个人信息: what the law gives a natural person in the firm's records. Owns consent and consent_text; hands out whole what
 * is kept of a person, and erases it, from what every module says by {@link io.chaoxi.platform.trace.Traces}. Announces
 * nothing, listens to nobody but the end of records.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity::confirm", "exchange"})
@NullMarked
package io.chaoxi.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
