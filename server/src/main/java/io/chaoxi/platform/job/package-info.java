/** Long work: started by a person, done with his rights by any node, with progress, per-row results, cancel and undo. */
@NullMarked
package io.chaoxi.platform.job;

import org.jspecify.annotations.NullMarked;
