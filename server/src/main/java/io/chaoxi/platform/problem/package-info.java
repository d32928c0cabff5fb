/** Refusals and how they are told: RFC 9457 problems whose code is a label key. */
@NullMarked
package io.chaoxi.platform.problem;

import org.jspecify.annotations.NullMarked;
