/** People and departments: records of the machine, with an account behind each person. */
@NullMarked
package io.chaoxi.identity.person;

import org.jspecify.annotations.NullMarked;
