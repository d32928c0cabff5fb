/** What surrounds every request: its id, its line in the log, its statements, and how many of them one may send. */
@NullMarked
package io.chaoxi.platform.web;

import org.jspecify.annotations.NullMarked;
