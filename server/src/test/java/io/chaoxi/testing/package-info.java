/**
 * What tests stand on: one real PostgreSQL for the whole run, a migrated template in it, and a copy of the template
 * wherever a test needs a database ({@link io.chaoxi.testing.ApplicationTest}, {@link io.chaoxi.testing.TestDatabase}).
 */
package io.chaoxi.testing;
