/** What is kept of a person beside his record, by whichever module: handed out with it, and taken away with it. */
@NullMarked
package io.chaoxi.platform.trace;

import org.jspecify.annotations.NullMarked;
