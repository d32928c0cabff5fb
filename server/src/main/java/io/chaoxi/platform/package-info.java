/**
 * What every module speaks: ids, labels, problems, rights, the wall between firms, and the record machine.
 * Owns no business table but history, views and long work; knows no module above it.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.chaoxi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
