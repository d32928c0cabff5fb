package io.chaoxi.pool;

import chaoxi.tables.tables.records.PoolRecord;
import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Who takes from a pool, what it shows of a record before that, how many of each grade one may hold, and what returns. */
@Service
class PoolTerms {
    private static final List<String> KINDS = List.of("person", "department", "role");
    /** Whose names are kept for some seconds, in which a new one has none. */
    private static final List<String> KEPT = List.of("person", "department");

    private static final int MOST_MEMBERS = 200;
    private static final int MOST_FIELDS = 300;
    private static final int LONGEST_NAME = 100;

    private final PoolSql pools;
    private final MemberSql sql;
    private final Catalogues catalogues;
    private final GradeLimits limits;
    private final ReturnRules rules;
    private final ReturnTerms returns;
    private final RecordLabels labels;
    private final Roles roles;
    private final StoredActors actors;
    private final AccessLog accessLog;

    PoolTerms(
            PoolSql pools,
            MemberSql sql,
            Catalogues catalogues,
            GradeLimits limits,
            ReturnRules rules,
            ReturnTerms returns,
            RecordLabels labels,
            Roles roles,
            StoredActors actors,
            AccessLog accessLog) {
        this.pools = pools;
        this.sql = sql;
        this.catalogues = catalogues;
        this.limits = limits;
        this.rules = rules;
        this.returns = returns;
        this.labels = labels;
        this.roles = roles;
        this.actors = actors;
        this.accessLog = accessLog;
    }

    /** A member as he is shown. */
    record Named(String object, UUID id, String label) {}

    /** The terms with the version that they share with the pool. */
    record Terms(
            long version,
            List<Named> members,
            List<String> fields,
            Map<String, Integer> grades,
            ReturnTerms.@Nullable Shown returns) {}

    /**
     * The terms as they are written, and with them fields of the pool itself, as a change of the pool has them. Without
     * {@code returns} the rule of return stays; null ends it.
     */
    record Body(
            List<Member> members,
            List<String> fields,
            Map<String, Integer> grades,
            ReturnTerms.@Nullable Body returns,
            @Nullable Map<String, Object> pool) {}

    /** {@code object}: person, department or role. */
    record Member(String object, UUID id) {}

    /** Members that are gone, or have no name for the acting person, are left out. */
    @Transactional(readOnly = true)
    public Terms of(UUID id) {
        Acting.current().require("pool.read");
        PoolRecord pool = pools.find(id).orElseThrow(Refusal::notFound);
        var members = sql.of(id);
        var names = names(members);
        var named = members.stream()
                .filter(member -> names.containsKey(member.id()))
                .map(member -> new Named(member.object(), member.id(), String.valueOf(names.get(member.id()))))
                .toList();
        var rule = ReturnRule.read(pool.getReturnRule());
        return new Terms(
                pool.getVersion(),
                named,
                shown(pool),
                limits.known(pool.getObject(), Limits.of(pool).ofGrade()),
                rule == null ? null : returns.shown(pool.getObject(), rule));
    }

    /** A field of the firm's own may be gone since. */
    private List<String> shown(PoolRecord pool) {
        Catalogue catalogue = catalogues.of(pool.getObject());
        return Arrays.stream(pool.getShownFields())
                .filter(name -> catalogue.visible(name).isPresent())
                .toList();
    }

    private Map<UUID, String> names(List<MemberSql.Member> members) {
        var names = new HashMap<UUID, String>();
        for (String object : KEPT) {
            names.putAll(labels.of(
                    object,
                    members.stream()
                            .filter(member -> member.object().equals(object))
                            .map(MemberSql.Member::id)
                            .toList()));
        }
        names.putAll(roles.all().stream().collect(Collectors.toMap(Role::id, Role::name)));
        return names;
    }

    /** Writes all of them anew; 409 when the pool changed since that version. Noted in the access log. */
    @Transactional
    public Terms put(UUID id, long version, JsonNode body) {
        Acting.current().require("pool.update");
        PoolRecord pool = pools.find(id).orElseThrow(Refusal::notFound);
        var input = Input.of(body, Body.class);
        var members = members(input);
        var fields = List.copyOf(new LinkedHashSet<>(input.texts("fields", MOST_FIELDS)));
        Catalogue catalogue = catalogues.of(pool.getObject());
        if (fields.stream().anyMatch(name -> catalogue.visible(name).isEmpty())) input.refuse("fields", "unknownField");
        var grades = limits.read(pool.getObject(), input, body.path("grades"));
        var before = ReturnRule.read(pool.getReturnRule());
        var rule = input.has("returns") ? rule(pool.getObject(), input, body.path("returns"), before) : before;
        input.check();
        if (!sql.put(id, version, members, withHidden(catalogue, pool, fields), grades))
            throw Refusal.stale(pool.getVersion());
        if (!Objects.equals(before, rule)) rules.put(pool.getObject(), id, rule);
        accessLog.add("settingChanged", "pool", id, Map.of("members", members.size()));
        PoolRules.afterCommit(actors::forgetAll);
        return of(id);
    }

    private @Nullable ReturnRule rule(String object, Input input, JsonNode given, @Nullable ReturnRule stored) {
        if (given.isNull()) return null;
        if (!given.isObject()) {
            input.refuse("returns", "notAnObject");
            return stored;
        }
        var part = Input.of(given, ReturnTerms.Body.class);
        var rule = returns.read(object, part, given, stored);
        input.refuse("returns", part);
        return rule;
    }

    /** What is shown of fields that the acting person does not see stays as it was. */
    private static List<String> withHidden(Catalogue catalogue, PoolRecord pool, List<String> fields) {
        var all = new LinkedHashSet<>(fields);
        catalogue.all().stream()
                .map(Field::name)
                .filter(name -> Arrays.asList(pool.getShownFields()).contains(name))
                .filter(name -> catalogue.visible(name).isEmpty())
                .forEach(all::add);
        return List.copyOf(all);
    }

    private List<MemberSql.Member> members(Input input) {
        var members = new LinkedHashSet<MemberSql.Member>();
        for (JsonNode node : input.list("members", MOST_MEMBERS)) {
            Input part = Input.of(node, Member.class);
            String object = part.word("object", KINDS, "");
            UUID id = Ids.read(part.text("id", LONGEST_NAME, "")).orElse(null);
            if (id == null) part.refuse("id", "unknownReference");
            else members.add(new MemberSql.Member(object, id));
            input.refuse("members", part);
        }
        var all = new ArrayList<>(members);
        for (String object : KEPT) labels.forget(object);
        var names = names(all);
        if (all.stream().anyMatch(member -> !names.containsKey(member.id()))) {
            input.refuse("members", "unknownReference");
        }
        return all;
    }
}
