// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The edit that places an item in the scene. */
final class Placing {
    private static final String TAGS = "core-schema::Tags";
    private static final FieldPath LIST = FieldPath.of("tags");

    private final Draft draft;
    private final Copying copying;

    Placing(Draft draft, Copying copying) {
        this.draft = draft;
        this.copying = copying;
    }

    Optional<String> place(Edit.Instance edit) {
        var placement = edit.placement();
        return EntityRules.unless(
                        !placement.name().isBlank(), "A name needs at least one character")
                .or(() -> instance(edit.item(), placement));
    }

    private Optional<String> instance(SceneItem item, Placement placement) {
        try {
            var types = ItemTypes.of(draft.now().types(), item);
            var fragment = new ItemCopy(item, placement, types).fragment();
            return copying.paste(new Edit.Paste(fragment, placement.place()))
                    .or(() -> offer(fragment));
        } catch (SchemaException unfit) {
            return Optional.of(
                    "\"" + placement.name() + "\" cannot be placed: " + unfit.getMessage());
        }
    }

    /** Adds the tags of the item to those that the root offers for the whole scene. */
    private Optional<String> offer(Fragment fragment) {
        var tags = new LinkedHashSet<>(tags(draft.now().value(Entity.ROOT, TAGS)));
        boolean isNew = false;
        for (var item : fragment.items()) {
            var own = Optional.ofNullable(item.components().get(TAGS));
            isNew |= tags.addAll(tags(own));
        }
        if (isNew) {
            var offered = draft.now().value(Entity.ROOT, TAGS).orElse(Value.EMPTY);
            draft.write(
                    Entity.ROOT,
                    TAGS,
                    Optional.of(offered.with(LIST, Value.of(List.copyOf(tags)))));
        }
        return Optional.empty();
    }

    private static List<Value> tags(Optional<Value> component) {
        return component.map(value -> value.items("tags")).orElse(List.of());
    }
}
