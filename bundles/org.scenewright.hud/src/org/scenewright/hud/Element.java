// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;
import org.scenewright.hud.HudEvent.Touch;
import org.scenewright.schema.Value;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An element of the user interface of a scene, as its components say.
 *
 * @param style how it is laid out
 * @param wants what it wants to hear of a pointer
 * @param isSolid whether a pointer does not reach what is behind it
 * @param children in their order
 */
record Element(
        Entity entity,
        FlexStyle style,
        Look look,
        Matter matter,
        Set<Touch> wants,
        boolean isSolid,
        List<Element> children) {
    /** InputAction. */
    private static final int POINTER = 0;

    private static final int ANY = 3;

    /**
     * What an element shows.
     *
     * @param text something to read
     * @param field something to type into
     * @param choice something to choose from
     */
    record Matter(Optional<Wording> text, Optional<Field> field, Optional<Choice> choice) {

        boolean isActive() {
            return field.filter(f -> !f.isDisabled()).isPresent()
                    || choice.filter(c -> !c.isDisabled()).isPresent();
        }
    }

    /** What a PointerEvents component asks for, of the button that points. */
    static Set<Touch> wants(Value events) {
        var wanted = EnumSet.noneOf(Touch.class);
        for (var entry : Part.of(events).items("pointerEvents")) {
            var part = Part.of(entry);
            int kind = part.whole("eventType", 0);
            int button = part.part("eventInfo").whole("button", ANY);
            boolean isPointer = button == POINTER || button == ANY;
            if (isPointer && kind >= 0 && kind < Touch.values().length) {
                wanted.add(Touch.values()[kind]);
            }
        }
        return wanted;
    }
}
