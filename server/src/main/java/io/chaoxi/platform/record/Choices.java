package io.chaoxi.platform.record;

import java.util.Map;
import java.util.UUID;

/** The firm's dictionaries and tags as the record machine reads them; the dictionary module answers, from a short cache. */
public interface Choices {

    /** All items of a dictionary by id, disabled ones too; empty for an unknown dictionary. */
    Map<String, ChoiceItem> items(String dictionary);

    /** All tags of the firm; the id of an item is the tag's id as text. */
    Map<UUID, ChoiceItem> tags();

    /** The tag of this name, made when there is none. Needs the right {@code tag.manage} to make one. */
    UUID tagNamed(String name);
}
