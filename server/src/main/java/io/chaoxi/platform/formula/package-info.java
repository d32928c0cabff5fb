/**
 * The small expression language of formula fields: numbers, texts, dates, yes/no, fields of the record, 22 functions.
 * Owns parsing, type check and evaluation; knows neither records nor the database, values come through a function.
 * Has no loops, no reflection, no files, no other records; length, depth and sizes of results are bounded.
 * What cannot be computed (division by zero, a missing value, a text too long) is empty, never an error at run time.
 * Refusals of a formula name the place in the text, so that the page can point at it.
 */
@NullMarked
package io.chaoxi.platform.formula;

import org.jspecify.annotations.NullMarked;
