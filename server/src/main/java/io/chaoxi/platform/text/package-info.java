/**
 * How people write names, numbers and addresses, and how we compare them.
 * Owns pinyin, search tokens, duplicate keys, phone numbers, credit codes, e-mail and web addresses, masks.
 * Offers pure functions: the same text always gives the same answer, no Spring, no database, safe in any thread.
 * Refusals are codes (label keys), never sentences; nothing here throws on strange text.
 * Stored keys depend on these rules: a change of a rule needs a job that computes the stored keys anew.
 */
@NullMarked
package io.chaoxi.platform.text;

import org.jspecify.annotations.NullMarked;
