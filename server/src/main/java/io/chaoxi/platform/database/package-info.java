/**
 * Starts, prepares, connects and migrates the one PostgreSQL behind the application: our own embedded server
 * unless {@code CRM_DB_URL} names another. The application's role owns nothing; a separate owner migrates.
 */
@NullMarked
package io.chaoxi.platform.database;

import org.jspecify.annotations.NullMarked;
