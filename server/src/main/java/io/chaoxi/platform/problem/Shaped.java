package io.chaoxi.platform.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a body that is read as free JSON may hold, as the components of a record; the description of the API shows
 * it. {@link Input} reads by the same record, so that what is described and what is taken are one declaration.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shaped {
    Class<? extends Record> value();

    /** The object whose writable fields the body may hold besides; empty for none. */
    String fieldsOf() default "";
}
