package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an object as one firm has them, and what the acting person may do with each. */
public final class Catalogue {
    private final RecordType type;
    private final Actor actor;
    private final Map<String, Field> fields;
    private final @Nullable InPool inPool;

    Catalogue(RecordType type, List<Field> custom, Actor actor) {
        this(type, byName(type, custom), actor, null);
    }

    private Catalogue(RecordType type, Map<String, Field> fields, Actor actor, @Nullable InPool inPool) {
        this.type = type;
        this.actor = actor;
        this.fields = fields;
        this.inPool = inPool;
    }

    private static Map<String, Field> byName(RecordType type, List<Field> custom) {
        var all = new java.util.ArrayList<>(type.fields());
        all.addAll(custom);
        return Field.byName(all);
    }

    /** Only records that wait in this pool, to be read and no more; {@code shown} null for all fields. */
    record InPool(UUID pool, @Nullable Set<String> shown) {
        /** Of whoever has no owner this is always told: who it is, since when it waits, whose it was and why. */
        private static final Set<String> ALWAYS = Set.of("pool", "pooledAt", "formerOwner", "poolReason");

        boolean shows(RecordType type, Field field) {
            return shown == null
                    || shown.contains(field.name())
                    || field.name().equals(type.title())
                    || ALWAYS.contains(field.name());
        }
    }

    /**
     * The same for what waits in a pool, of which the acting person is a member or whose object he sees in the whole firm;
     * 404 for any other pool; whether it is there at all is asked by {@link AskedPools}. Fields that the pool does not show
     * are hidden, the others only to be read.
     */
    public Catalogue inPool(UUID pool) {
        if (!type.pooled()) throw Refusal.notFound();
        if (RecordScope.own(type, actor) instanceof RecordScope.Everything) {
            return new Catalogue(type, fields, actor, new InPool(pool, null));
        }
        var member = actor.shares().pools().get(pool);
        if (member == null || !member.object().equals(type.object())) throw Refusal.notFound();
        return new Catalogue(type, fields, actor, new InPool(pool, member.shown()));
    }

    /** Whether the acting person may ask for this pool. */
    public boolean hasPool(UUID pool) {
        if (!type.pooled()) return false;
        if (RecordScope.own(type, actor) instanceof RecordScope.Everything) return true;
        var member = actor.shares().pools().get(pool);
        return member != null && member.object().equals(type.object());
    }

    /** The same when a pool is asked for. */
    public Catalogue inPool(@Nullable String pool) {
        return pool == null ? this : inPool(Ids.known(pool));
    }

    boolean pooled() {
        return inPool != null;
    }

    /** The rows that it looks at. */
    RecordScope scope() {
        return inPool == null ? RecordScope.of(type, actor) : new RecordScope.Pools(List.of(inPool.pool()));
    }

    public RecordType type() {
        return type;
    }

    public Actor actor() {
        return actor;
    }

    /** Every field, whatever the rights; for the machine's own work. */
    public Collection<Field> all() {
        return fields.values();
    }

    /** The field with this name unless it is unknown or hidden, which look the same. */
    public Optional<Field> visible(String name) {
        return Optional.ofNullable(fields.get(name)).filter(field -> right(field) != FieldRight.HIDDEN);
    }

    public List<Field> visible() {
        return fields.values().stream()
                .filter(field -> right(field) != FieldRight.HIDDEN)
                .toList();
    }

    public List<Field> custom() {
        return fields.values().stream().filter(Field::custom).toList();
    }

    /** A field that is made of another one tells no more than that one. */
    public FieldRight right(Field field) {
        FieldRight right = beside(field);
        if (inPool == null) return right;
        if (!inPool.shows(type, field)) return FieldRight.HIDDEN;
        return right == FieldRight.WRITE ? FieldRight.READ : right;
    }

    private FieldRight beside(Field field) {
        FieldRight own = actor.field(type.object(), field.name(), field.is(Field.Trait.SENSITIVE));
        return type.madeOf(field)
                .map(this::right)
                .filter(of -> of.compareTo(own) < 0)
                .orElse(own);
    }

    /**
     * What the acting person may read of the records' titles, wherever something refers to them. Of an owned object that
     * he may not read, nothing; people and departments are named to the whole firm unless a role hides their names.
     */
    public FieldRight titleRight() {
        if (type.owned() && !actor.may(type.object() + ".read")) return FieldRight.HIDDEN;
        return right(type.field(type.title()).orElseThrow());
    }

    public boolean masked(Field field) {
        return right(field) == FieldRight.MASKED;
    }

    /** Whether a text can only be the mask that the acting person is shown, which must never become the value. */
    boolean showsOnlyMaskOf(Field field, String text) {
        return masked(field) && text.indexOf('*') >= 0;
    }

    /** Whether its values come from the program or a formula, and from nobody. */
    static boolean computed(Field field) {
        return field.is(Field.Trait.READ_ONLY) || field.type() == FieldType.FORMULA;
    }

    /** Whether the acting person may put a value into the field; computed fields never, the owner only by assigning. */
    public boolean writable(Field field) {
        if (computed(field)) return false;
        if (type.owned() && "owner".equals(field.name())) return actor.may(type.object() + ".assign");
        return right(field).writable();
    }
}
