package io.chaoxi.dictionary;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.rights.Acting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The firm's dictionaries and tags as the record machine asks for them, from a copy that is at most two seconds old. */
@Component
class FirmChoices implements Choices {
    private final TagSql tagSql;
    private final KeptForFirm<Map<String, Map<String, ChoiceItem>>> items;
    private final KeptForFirm<Map<UUID, ChoiceItem>> tags;

    FirmChoices(DictionarySql dictionarySql, TagSql tagSql, TransactionTemplate transaction) {
        this.tagSql = tagSql;
        this.items = new KeptForFirm<>(transaction, () -> items(dictionarySql.all()));
        this.tags = new KeptForFirm<>(transaction, () -> tags(tagSql.all()));
    }

    private static Map<String, Map<String, ChoiceItem>> items(Map<String, List<DictionaryItem>> dictionaries) {
        var found = new LinkedHashMap<String, Map<String, ChoiceItem>>();
        dictionaries.forEach((key, list) -> {
            var byId = new LinkedHashMap<String, ChoiceItem>();
            for (DictionaryItem item : list) {
                String english = item.labelEn() == null ? item.label() : item.labelEn();
                var label = new Label(item.label(), english);
                byId.put(item.id(), new ChoiceItem(item.id(), item.parent(), label, item.color(), item.disabled()));
            }
            found.put(key, byId);
        });
        return found;
    }

    private static Map<UUID, ChoiceItem> tags(List<Tag> tags) {
        var found = new LinkedHashMap<UUID, ChoiceItem>();
        for (Tag tag : tags) {
            var label = new Label(tag.name(), tag.name());
            found.put(tag.id(), new ChoiceItem(tag.id().toString(), null, label, tag.color(), false));
        }
        return found;
    }

    @Override
    public Map<String, ChoiceItem> items(String dictionary) {
        return items.get().getOrDefault(dictionary, Map.of());
    }

    @Override
    public Map<UUID, ChoiceItem> tags() {
        return tags.get();
    }

    @Override
    @Transactional
    public UUID tagNamed(String name) {
        return named(name).orElseGet(() -> {
            Acting.current().require("tag.manage");
            tagSql.add(Tag.fresh(name.strip(), "", Colors.PLAIN));
            forgetTags();
            return named(name).orElseThrow();
        });
    }

    private Optional<UUID> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return tags().entrySet().stream()
                .filter(tag ->
                        tag.getValue().label().zh().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void forgetItems() {
        items.forget();
    }

    void forgetTags() {
        tags.forget();
    }
}
