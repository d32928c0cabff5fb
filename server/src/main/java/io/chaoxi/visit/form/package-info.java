/** 拜访表: what is asked on visits, version by version, and what was answered, one row each; counted and handed out as data. */
@NullMarked
package io.chaoxi.visit.form;

import org.jspecify.annotations.NullMarked;
