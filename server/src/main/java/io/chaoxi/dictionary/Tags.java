package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.ChoiceUse;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tags of the firm: everybody reads them, who may manage tags makes, changes and deletes them. */
@Service
public class Tags {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RIGHT = "tag.manage";
    /** What parts several tags in one cell of a sheet. */
    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、]");

    private static final int MOST = 1_000;

    /** A tag as it is written; in a change, what is absent stays. */
    record Body(
            @Nullable String name,
            @Nullable String group,
            @Nullable String color) {}

    private final TagSql sql;
    private final FirmChoices choices;
    private final ChoiceUse use;
    private final Catalogues catalogues;
    private final AccessLog accessLog;
    private final TransactionTemplate transaction;

    Tags(
            TagSql sql,
            FirmChoices choices,
            ChoiceUse use,
            Catalogues catalogues,
            AccessLog accessLog,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.choices = choices;
        this.use = use;
        this.catalogues = catalogues;
        this.accessLog = accessLog;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    public List<Tag> all() {
        Acting.current();
        return sql.all();
    }

    /** How many records of the whole firm carry each tag. Needs the right to manage tags, for it counts what one may not see. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> counts() {
        Acting.current().require(RIGHT);
        return use.ofTags();
    }

    /** Makes a tag of which the program knows the name and the colour. */
    @Transactional
    public UUID add(String name, String color) {
        return add(JSON.valueToTree(new Body(name, null, color))).id();
    }

    /** Makes a tag; 409 when the name is taken. */
    @Transactional
    public Tag add(JsonNode body) {
        Acting.current().require(RIGHT);
        Tag tag = read(body, Tag.fresh("", "", Colors.PLAIN));
        if (sql.all().size() >= MOST) throw Refusal.of(422, "tooManyTags", Map.of("max", MOST));
        if (!sql.add(tag)) throw taken(tag);
        changed("settingAdded", tag);
        return tag;
    }

    /** Changes what the body names; 409 {@code stale} when the tag has another version by now. */
    @Transactional
    public Tag change(UUID id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        Tag now = find(id);
        if (now.version() != version) throw Refusal.stale(now.version());
        Tag tag = read(body, now);
        boolean taken = sql.all().stream()
                .anyMatch(one -> !one.id().equals(id) && one.name().equalsIgnoreCase(tag.name()));
        if (taken) throw taken(tag);
        if (!sql.change(tag, version)) throw Refusal.stale(find(id).version());
        changed("settingChanged", tag);
        return new Tag(id, version + 1, tag.name(), tag.group(), tag.color());
    }

    private Tag find(UUID id) {
        return sql.all().stream().filter(tag -> tag.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
    }

    private void changed(String action, Tag tag) {
        choices.forgetTags();
        accessLog.add(action, "tag", null, Map.of("name", tag.name()));
    }

    private static Tag read(JsonNode body, Tag now) {
        Input input = Input.of(body, Body.class);
        String name = input.text("name", Tag.LONGEST_NAME, now.name());
        if (SEPARATOR.matcher(name).find()) input.refuse("name", "separatorInName");
        String group = input.optional("group", Tag.LONGEST_NAME, now.group());
        String color = input.word("color", Colors.ALL, now.color());
        input.check();
        return new Tag(now.id(), now.version(), name, group == null ? "" : group, color);
    }

    private static Refusal taken(Tag tag) {
        return Refusal.of(409, "nameTaken", Map.of("name", tag.name()));
    }

    /**
     * Deletes a tag. One that records carry is refused (409 {@code inUse}) unless forced: then it can no longer be chosen
     * from now on and is taken from the records in batches. Called again after a failure it takes up what was left.
     */
    public void delete(UUID id, boolean force) {
        Acting.current().require(RIGHT);
        transaction.executeWithoutResult(status -> forgetOne(id, force));
        if (!force) return;
        for (RecordType type : catalogues.types()) {
            if (!type.tagged()) continue;
            UUID after = use.takeTag(type, id, null);
            while (after != null) after = use.takeTag(type, id, after);
        }
    }

    /** Deletes the tag of this name when no record carries it; the right to do so is the caller's concern. */
    @Transactional
    public void deleteUnused(String name) {
        for (Tag tag : sql.all()) {
            if (!tag.name().equals(name) || use.ofTag(tag.id()).isPresent()) continue;
            sql.delete(tag.id());
            changed("settingDeleted", tag);
        }
    }

    private void forgetOne(UUID id, boolean force) {
        var known = sql.all().stream().filter(tag -> tag.id().equals(id)).findFirst();
        var user = use.ofTag(id);
        if (known.isEmpty() && (!force || user.isEmpty())) throw Refusal.notFound();
        if (!force && user.isPresent()) throw Refusal.of(409, "inUse").with("object", user.get());
        sql.delete(id);
        known.ifPresent(tag -> changed("settingDeleted", tag));
    }
}
