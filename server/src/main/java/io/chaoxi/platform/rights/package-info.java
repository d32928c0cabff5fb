/** Who acts and what he may: action rights, data scopes, field rights. */
@NullMarked
package io.chaoxi.platform.rights;

import org.jspecify.annotations.NullMarked;
