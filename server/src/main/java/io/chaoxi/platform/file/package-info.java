/** Files that people upload and jobs make: kept under names of our own, told apart by content, handed out as attachments. */
@NullMarked
package io.chaoxi.platform.file;

import org.jspecify.annotations.NullMarked;
