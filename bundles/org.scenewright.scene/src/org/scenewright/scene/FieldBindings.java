// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The edits by which fields of an entity become bound to assets of the catalog, and loose again.
 *
 * @param bindings its component {@value Placement#BINDING}; empty where it has none
 */
public record FieldBindings(Entity entity, Value bindings) {
    private static final String LIST = "bindings";

    /** Those of an entity of the document. */
    public static FieldBindings of(SceneSnapshot scene, Entity entity) {
        return new FieldBindings(
                entity, scene.value(entity, Placement.BINDING).orElse(Value.EMPTY));
    }

    /** How the component names a binding. */
    static Value binding(String field, Placement.Asset asset) {
        var binding = new LinkedHashMap<String, Value>();
        binding.put("field", Value.of(field));
        binding.put("assetId", Value.of(asset.id()));
        binding.put("provider", Value.of(asset.provider()));
        return new Value.Fields(binding);
    }

    /** Binds a field to an asset and to no other; to be made before the field names its file. */
    public Edit bound(String component, FieldPath path, Placement.Asset asset) {
        String field = component + "." + path;
        var kept = new ArrayList<>(without(field::equals));
        kept.add(binding(field, asset));
        return put(kept);
    }

    /**
     * Frees those fields in a part of a component that will say something else than before.
     *
     * @param before the part as it is
     * @param after the part as it will be
     * @return nothing where nothing is bound there
     */
    public Optional<Edit> freed(
            String component, FieldPath path, Optional<Value> before, Optional<Value> after) {
        if (bindings.members().isEmpty()) {
            return Optional.empty();
        }
        var whole = path.isEmpty() ? component : component + "." + path;
        var kept =
                without(
                        field ->
                                in(whole, field)
                                        .filter(p -> !part(before, p).equals(part(after, p)))
                                        .isPresent());
        if (kept.size() == bindings.items(LIST).size()) {
            return Optional.empty();
        }
        return Optional.of(kept.isEmpty() ? new Edit.Remove(entity, Placement.BINDING) : put(kept));
    }

    private static Optional<FieldPath> in(String whole, String field) {
        if (field.equals(whole)) {
            return Optional.of(FieldPath.WHOLE);
        }
        return field.startsWith(whole + ".")
                ? Optional.of(FieldPath.parse(field.substring(whole.length() + 1)))
                : Optional.empty();
    }

    private static Optional<Value> part(Optional<Value> whole, FieldPath path) {
        return whole.flatMap(value -> value.at(path));
    }

    private List<Value> without(Predicate<String> left) {
        return bindings.items(LIST).stream()
                .filter(binding -> !left.test(binding.text("field", "")))
                .toList();
    }

    private Edit put(List<Value> list) {
        return new Edit.Put(
                entity, Placement.BINDING, bindings.with(FieldPath.of(LIST), Value.of(list)));
    }
}
