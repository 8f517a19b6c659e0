// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSShape;

/** How ordinary objects of one layout are frozen: property after property, and then as a whole. */
final class FreezeLayout extends Node {
    private static final int FROZEN = JSAttributes.NOT_CONFIGURABLE | JSAttributes.NOT_WRITABLE;
    private static final int DATA = JSAttributes.ATTRIBUTES_MASK;

    private final Shape shape;

    @CompilationFinal(dimensions = 1)
    private final Object[] keys;

    @CompilationFinal(dimensions = 1)
    private final int[] flags;

    @Children private final DynamicObjectLibrary[] writing;

    /**
     * @param shape one that suits
     */
    FreezeLayout(Shape shape) {
        this.shape = shape;
        var open =
                shape.getPropertyList().stream()
                        .filter(property -> (property.getFlags() & FROZEN) != FROZEN)
                        .toList();
        keys = open.stream().map(Property::getKey).toArray();
        flags = open.stream().mapToInt(property -> property.getFlags() | FROZEN).toArray();
        writing = SpreadLayout.accesses(keys.length + 1);
    }

    /** Whether objects of a layout have data only, and not too much of it. */
    static boolean suits(Shape shape) {
        return SpreadLayout.isOrdinary(shape)
                && shape.getPropertyCount() <= SpreadLayout.MOST_KEYS
                && shape.allPropertiesMatch(p -> !p.isHidden() && (p.getFlags() & ~DATA) == 0);
    }

    boolean fits(JSObject object) {
        return shape == object.getShape();
    }

    @ExplodeLoop
    void freeze(JSObject object) {
        for (int i = 0; i < keys.length; i++) {
            writing[i].setPropertyFlags(object, keys[i], flags[i]);
        }
        int all = shape.getFlags() | JSShape.FROZEN_FLAGS;
        writing[keys.length].setShapeFlags(object, all);
    }
}
