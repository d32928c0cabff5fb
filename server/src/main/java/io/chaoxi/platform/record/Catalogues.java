package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All objects that registered, and the catalogue of each for whoever acts. */
@Component
public class Catalogues {
    private final ObjectProvider<RecordType> registered;
    private final CustomFields customFields;
    private volatile Map<String, RecordType> byObject = Map.of();
    private volatile Map<String, RecordType> byPath = Map.of();

    Catalogues(ObjectProvider<RecordType> registered, CustomFields customFields) {
        this.registered = registered;
        this.customFields = customFields;
    }

    public Collection<RecordType> types() {
        return objects().values();
    }

    /** The object itself, whoever acts. */
    public RecordType type(String object) {
        return Objects.requireNonNull(objects().get(object), object);
    }

    /** Those of which there are pools. */
    public List<RecordType> pooled() {
        return types().stream().filter(RecordType::pooled).toList();
    }

    /** The catalogue of an object for the acting person; 404 for an unknown object. */
    public Catalogue of(String object) {
        RecordType type = objects().get(object);
        if (type == null) throw Refusal.notFound();
        return of(type);
    }

    public Catalogue of(RecordType type) {
        Actor actor = Acting.current();
        List<Field> custom = type.customizable() ? customFields.of(type.object()) : List.of();
        return new Catalogue(type, custom, actor);
    }

    /** The same by the object's path in addresses, such as {@code customers}. */
    public Catalogue ofPath(String path) {
        objects();
        RecordType type = byPath.get(path);
        if (type == null) throw Refusal.notFound();
        return of(type);
    }

    private Map<String, RecordType> objects() {
        if (byObject.isEmpty()) {
            var objects = new LinkedHashMap<String, RecordType>();
            var paths = new LinkedHashMap<String, RecordType>();
            registered.orderedStream().forEach(type -> {
                objects.put(type.object(), type);
                paths.put(type.path(), type);
            });
            byPath = paths;
            byObject = objects;
        }
        return byObject;
    }
}
