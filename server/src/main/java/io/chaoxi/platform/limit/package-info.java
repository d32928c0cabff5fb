/**
 * Figures that a firm sets, each with a default: how much it may use (storage, exported rows), and from where on a customer
 * is to be cleaned up.
 */
@NullMarked
package io.chaoxi.platform.limit;

import org.jspecify.annotations.NullMarked;
