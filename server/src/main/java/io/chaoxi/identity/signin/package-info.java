/** Accounts, passwords, sessions, API tokens and the filters that find out who asks. */
@NullMarked
package io.chaoxi.identity.signin;

import org.jspecify.annotations.NullMarked;
