/** The OpenID Connect provider of the installation, and what it says of whoever signs in. */
@NullMarked
package io.chaoxi.identity.provider;

import org.jspecify.annotations.NullMarked;
