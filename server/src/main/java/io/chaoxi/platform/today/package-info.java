/**
 * What modules say of somebody's day: which of his records are to be dealt with and why, what he did, and what his manager
 * is told of it. Each is a filter that lists understand, so that a number and its rows cannot differ.
 */
@NullMarked
package io.chaoxi.platform.today;

import org.jspecify.annotations.NullMarked;
