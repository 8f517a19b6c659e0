// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.scenewright.crdt.ComponentId;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** An immutable set of component types, found by name or by number. */
public final class ComponentTypes {
    private final SequencedMap<String, ComponentType> byName;
    private final Map<ComponentId, ComponentType> byId;

    private ComponentTypes(SequencedMap<String, ComponentType> byName) {
        this.byName = Collections.unmodifiableSequencedMap(byName);
        var ids = new LinkedHashMap<ComponentId, ComponentType>();
        byName.values().forEach(type -> ids.putIfAbsent(type.id(), type));
        this.byId = Collections.unmodifiableMap(ids);
    }

    public static ComponentTypes of(Collection<ComponentType> types) {
        var byName = new LinkedHashMap<String, ComponentType>();
        types.forEach(type -> byName.putIfAbsent(type.name(), type));
        return new ComponentTypes(byName);
    }

    /** These types and one more; a type of the same name is replaced. */
    public ComponentTypes with(ComponentType type) {
        var more = new LinkedHashMap<>(byName);
        more.put(type.name(), type);
        return new ComponentTypes(more);
    }

    public Optional<ComponentType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<ComponentType> find(ComponentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All types in the order in which they were added. */
    public Collection<ComponentType> all() {
        return byName.values();
    }
}
