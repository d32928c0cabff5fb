package io.chaoxi.platform.record;

import java.util.List;

/** The firm's own fields of an object; the dictionary module answers, from a short cache. */
public interface CustomFields {
    List<Field> of(String object);
}
