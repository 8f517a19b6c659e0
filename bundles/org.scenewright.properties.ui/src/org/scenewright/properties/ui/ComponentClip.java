// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Display;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.FieldRules;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Components on the clipboard, as JSON by their names; UI thread only. What does not fit is told,
 * and then nothing is pasted.
 *
 * @param target the entities that are copied from or pasted to
 */
record ComponentClip(Display display, Target target) {
    private static final String COMPONENTS = "components";

    /** Copies what all of the entities have in common of these components. */
    void copy(List<ComponentType> types) {
        var values = new LinkedHashMap<String, Value>();
        for (var type : types) {
            if (target.component(type).shown(FieldPath.WHOLE) instanceof Shown.Same(var value)) {
                values.put(type.name(), value);
            }
        }
        if (values.size() < types.size()) {
            tell("Not copied, since the entities differ there: " + differing(types, values));
        }
        if (!values.isEmpty()) {
            var clip = Value.fields(COMPONENTS, new Value.Fields(values));
            if (!ClipText.copy(display, ValueJson.print(clip))) {
                tell("Nothing was copied: " + ClipText.BUSY);
            }
        }
    }

    private static String differing(List<ComponentType> types, Map<String, Value> values) {
        var names = types.stream().filter(type -> !values.containsKey(type.name()));
        return String.join(", ", names.map(ComponentType::shortName).toList());
    }

    /** Copies all that people gave to the entities, but for their names, which tell them apart. */
    void copyAll() {
        copy(
                target.types().stream()
                        .filter(type -> type.role() == ComponentType.Role.AUTHORED)
                        .filter(type -> !type.name().equals(SceneSnapshot.NAME))
                        .toList());
    }

    /**
     * Gives the entities the values that are on the clipboard for a component, or for any whose
     * values fit it.
     *
     * @throws SchemaException when they do not fit
     */
    void paste(ComponentType type, Value clip) {
        var components = clip.at(FieldPath.of(COMPONENTS)).orElse(Value.EMPTY).members();
        var only = components.size() == 1 ? components.values().iterator().next() : clip;
        var value = Optional.ofNullable(components.get(type.name())).orElse(only);
        target.road().post("Paste values", edits(Map.of(type.name(), value), false));
    }

    /** Gives all that is on the clipboard to all of the entities, as one step. */
    void pasteAll() {
        paste("Paste components", false);
    }

    /** Gives the entities what they lack of it. */
    void pasteNew() {
        paste("Paste components as new", true);
    }

    private boolean lacks(Entity entity, String name) {
        return target.snapshot().value(entity, name).isEmpty();
    }

    private void paste(String label, boolean onlyLacking) {
        try {
            var edits = edits(read(), onlyLacking);
            if (edits.isEmpty()) {
                throw new SchemaException("the entities have all of these components already");
            }
            target.road().post(label, edits);
        } catch (SchemaException unfit) {
            tell("Nothing was pasted: " + unfit.getMessage());
        }
    }

    private Map<String, Value> read() {
        var text = ClipText.paste(display);
        var clip = ValueJson.parse(text.orElse(""));
        var components = clip.at(FieldPath.of(COMPONENTS)).orElse(Value.EMPTY).members();
        if (components.isEmpty()) {
            throw new SchemaException("the clipboard holds no components");
        }
        return components;
    }

    private List<Edit> edits(Map<String, Value> components, boolean onlyLacking) {
        var edits = new ArrayList<Edit>();
        components.forEach(
                (name, value) -> {
                    fitting(name, value);
                    target.entities().stream()
                            .filter(entity -> !onlyLacking || lacks(entity, name))
                            .forEach(entity -> edits.add(edit(entity, name, value)));
                });
        return edits;
    }

    private void fitting(String name, Value value) {
        var type =
                target.snapshot()
                        .types()
                        .find(name)
                        .orElseThrow(() -> new SchemaException("no component is called " + name));
        FieldRules.objection(name, type.schema(), value, Optional.empty())
                .ifPresent(
                        reason -> {
                            throw new SchemaException(reason);
                        });
    }

    /** An entity stays below its parent, wherever what is pasted comes from. */
    private Edit edit(Entity entity, String name, Value value) {
        var parent = FieldPath.of("parent");
        boolean isPlaced = name.equals(SceneSnapshot.TRANSFORM);
        var now = target.snapshot().value(entity, name).flatMap(v -> v.at(parent));
        var kept = isPlaced ? value.with(parent, now.orElse(Value.of(0))) : value;
        return new Edit.Put(entity, name, kept);
    }

    private void tell(String sentence) {
        target.road().complaints().tell(sentence);
    }
}
