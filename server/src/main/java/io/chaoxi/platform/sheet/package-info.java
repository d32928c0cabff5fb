/**
 * Spreadsheet files in and out: .xlsx, .csv and tab-separated text.
 * Owns detection of kind and encoding, streaming reading with limits against hostile files, streaming writing.
 * Offers a header and rows of text with their row numbers; what a column means is the caller's business.
 * Written files hold no formulas: the guard against formula injection is undone exactly when the file is read again.
 * Nothing is unpacked to disk; memory stays flat, whatever the file claims about itself.
 */
@NullMarked
package io.chaoxi.platform.sheet;

import org.jspecify.annotations.NullMarked;
