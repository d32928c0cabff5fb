/** The record machine: one field catalogue per object that list, filter, form, history, import and API derive from. */
@NullMarked
package io.chaoxi.platform.record;

import org.jspecify.annotations.NullMarked;
