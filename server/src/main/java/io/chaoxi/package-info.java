/** 潮汐 CRM: each package below is a module of the business, {@code platform} is what all of them speak. */
@NullMarked
package io.chaoxi;

import org.jspecify.annotations.NullMarked;
