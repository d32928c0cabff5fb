package io.chaoxi.today;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.today.TodayFigure;
import io.chaoxi.today.Declared.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of whom the acting person may be told what: those in whose departments he sees the records of an object. */
@Component
class Reaches {
    private final Declared declared;

    Reaches(Declared declared) {
        this.declared = declared;
    }

    /** People of whose records of one object he may be told. */
    record Reach(boolean everybody, Set<UUID> departments) {
        static Reach of(Actor actor, String object) {
            DataScope scope = actor.scope(object);
            return switch (scope) {
                case ALL -> new Reach(true, Set.of());
                case DEPARTMENT_TREE -> new Reach(false, Set.copyOf(actor.departments()));
                case DEPARTMENT -> new Reach(false, actor.department() == null ? Set.of() : Set.of(actor.department()));
                case SELF -> new Reach(false, Set.of());
            };
        }

        boolean any() {
            return everybody || !departments.isEmpty();
        }

        boolean holds(@Nullable UUID department) {
            return everybody || department != null && departments.contains(department);
        }

        Reach or(Reach other) {
            var both = new HashSet<>(departments);
            both.addAll(other.departments);
            return new Reach(everybody || other.everybody, both);
        }
    }

    boolean team() {
        return figures().findAny().isPresent();
    }

    /** The numbers of which he is told more than his own. */
    List<Part<TodayFigure>> told() {
        return figures().toList();
    }

    private Stream<Part<TodayFigure>> figures() {
        Actor actor = Acting.current();
        return declared.figures().stream()
                .filter(part -> Reach.of(actor, part.what().object()).any());
    }
}
