package io.chaoxi.customer;

import io.chaoxi.customer.Duplicate.Certainty;
import io.chaoxi.customer.DuplicateSql.Holder;
import io.chaoxi.customer.DuplicateSql.Self;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Masks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps records with the same exact key from being written twice, as the firm's rules say. */
@Component
public class DuplicateCheck {
    private final DuplicateSql sql;

    DuplicateCheck(DuplicateSql sql) {
        this.sql = sql;
    }

    /**
     * Holds the keys that the change sets, so that the answer stays true until it is written; 409 {@code duplicateRefused}
     * where a rule refuses, 409 {@code duplicateFound} where it warns and nobody has seen the others.
     */
    public void check(String object, RecordChange change) {
        if (change.kind() == Kind.DELETED || change.duplicates() == Duplicates.COMPARED) return;
        ExactKeys keys = ExactKeys.of(object, change);
        if (keys.isEmpty()) return;
        boolean seen = change.duplicates() == Duplicates.SEEN;
        var rules = rules(object, keys);
        ExactKeys asked = keys.only(
                field -> seen ? rules.get(field) == DuplicateRule.REFUSE : rules.get(field) != DuplicateRule.ALLOW);
        if (asked.isEmpty()) return;
        var self = new Self(change.id(), object.equals("customer") ? null : change.reference("customer"));
        var holders = sql.holders(asked, self, !seen);
        if (holders.isEmpty()) return;
        List<Holder> refused = holders.stream()
                .filter(holder -> holder.object().equals(object))
                .filter(holder ->
                        by(holder, asked).stream().anyMatch(field -> rules.get(field) == DuplicateRule.REFUSE))
                .toList();
        if (!refused.isEmpty()) throw refusal("duplicateRefused", told(refused, asked));
        if (!seen) throw refusal("duplicateFound", told(holders, asked));
    }

    private Map<String, DuplicateRule> rules(String object, ExactKeys keys) {
        return new DuplicateRules.All(0, DuplicateRules.read(sql.locked(keys))).of(object);
    }

    private static Refusal refusal(String code, List<Duplicate> found) {
        return Refusal.of(409, code, Map.of("name", found.getFirst().label())).with("duplicates", found);
    }

    /** The records with one of the keys by their ids, as far as the acting person may know that they have it. */
    Map<UUID, Duplicate> holding(ExactKeys keys, @Nullable UUID customer) {
        var holding = new LinkedHashMap<UUID, Duplicate>();
        for (Holder holder : sql.holders(keys, new Self(null, customer), true)) {
            List<String> open = open(holder, keys);
            if (!open.isEmpty()) holding.put(holder.id(), told(holder, open, true));
        }
        return holding;
    }

    /** Beside records that share what one may read, none is told of that shares what one may not: that would tell whose it is. */
    private static List<Duplicate> told(List<Holder> holders, ExactKeys keys) {
        List<Duplicate> open = holders.stream()
                .filter(holder -> !open(holder, keys).isEmpty())
                .map(holder -> told(holder, open(holder, keys), true))
                .toList();
        if (!open.isEmpty()) return open;
        return holders.stream()
                .map(holder -> told(holder, by(holder, keys), false))
                .toList();
    }

    private static Duplicate told(Holder holder, List<String> by, boolean open) {
        Actor actor = Acting.current();
        String object = holder.object();
        boolean reach = open && Reach.of(actor, object, holder.row());
        boolean contact = object.equals("contact");
        return new Duplicate(
                object,
                reach ? holder.id() : null,
                Reach.name(actor, object, reach, holder.name(), contact ? Masks::personName : Masks::generic),
                holder.customer() == null
                        ? null
                        : Reach.name(
                                actor,
                                "customer",
                                reach && Reach.of(actor, "customer", holder.ofCustomer()),
                                holder.customer(),
                                Masks::generic),
                Reach.ownerName(actor, holder.ownerName()),
                by,
                Certainty.SAME);
    }

    private static List<String> open(Holder holder, ExactKeys keys) {
        Actor actor = Acting.current();
        return by(holder, keys).stream()
                .filter(field -> Reach.opensKey(actor, holder.object(), field))
                .toList();
    }

    private static List<String> by(Holder holder, ExactKeys keys) {
        return keys.byField().entrySet().stream()
                .filter(key -> key.getValue().equals(holder.keys().get(key.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
