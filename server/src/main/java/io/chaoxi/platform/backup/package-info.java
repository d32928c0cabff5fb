/**
 * Backup and restore of a whole installation as one file, run by {@code ./crm backup} and {@code ./crm restore} beside the
 * application, without it (docs/decisions/0016-backup.md).
 */
@NullMarked
package io.chaoxi.platform.backup;

import org.jspecify.annotations.NullMarked;
