/** Which changes want the person to prove again that it is he, and whether he lately did. */
@NamedInterface("confirm")
@NullMarked
package io.chaoxi.identity.confirm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
