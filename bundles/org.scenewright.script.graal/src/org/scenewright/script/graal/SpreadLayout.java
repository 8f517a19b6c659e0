// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.library.LibraryFactory;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSShape;
import com.oracle.truffle.js.runtime.objects.Undefined;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How ordinary objects of one layout are copied into those of another. */
final class SpreadLayout extends Node {
    /** Code for more would be more than a compiler takes. */
    static final int MOST_KEYS = 32;

    private static final int DATA = JSAttributes.ATTRIBUTES_MASK;

    private final Shape from;
    private final Shape to;

    @CompilationFinal(dimensions = 1)
    private final Object[] keys;

    @Children private final DynamicObjectLibrary[] reading;
    @Children private final DynamicObjectLibrary[] writing;

    private SpreadLayout(Shape from, Shape to, List<Object> keys) {
        this.from = from;
        this.to = to;
        this.keys = keys.toArray();
        reading = accesses(keys.size());
        writing = accesses(keys.size());
    }

    /** As each is for one property, it always finds it at the same place. */
    static DynamicObjectLibrary[] accesses(int count) {
        LibraryFactory<DynamicObjectLibrary> factory = DynamicObjectLibrary.getFactory();
        return Stream.generate(() -> factory.createDispatched(1))
                .limit(count)
                .toArray(DynamicObjectLibrary[]::new);
    }

    /** That of two objects; nothing if one of them is out of the ordinary. */
    static Optional<SpreadLayout> of(JSObject target, JSObject source) {
        Shape from = source.getShape();
        Shape to = target.getShape();
        boolean isPlain =
                isOrdinary(from)
                        && isOrdinary(to)
                        && JSShape.isExtensible(to)
                        && to.allPropertiesMatch(p -> p.isHidden() || p.getFlags() == 0);
        var keys = isPlain ? keys(source) : Optional.<List<Object>>empty();
        return keys.map(found -> new SpreadLayout(from, to, found));
    }

    /** Whether its objects keep what they have as objects of the language do, and all of it. */
    static boolean isOrdinary(Shape shape) {
        return JSShape.getJSClass(shape) == JSOrdinary.INSTANCE
                && !JSShape.hasExternalProperties(shape.getFlags());
    }

    /** In their order; nothing if there are too many, or code runs when one of them is read. */
    private static Optional<List<Object>> keys(JSObject source) {
        List<Object> keys = new ArrayList<>();
        for (var key : JSObject.ownPropertyKeys(source)) {
            var property = source.getShape().getProperty(key);
            if (property == null || (property.getFlags() & ~DATA) != 0) {
                return Optional.empty();
            }
            if (JSAttributes.isEnumerable(property.getFlags())) {
                keys.add(key);
            }
        }
        return Optional.of(keys).filter(found -> found.size() <= MOST_KEYS);
    }

    boolean fits(JSObject target, JSObject source) {
        return from == source.getShape() && to == target.getShape();
    }

    @ExplodeLoop
    void copy(JSObject target, JSObject source) {
        for (int i = 0; i < keys.length; i++) {
            var value = reading[i].getOrDefault(source, keys[i], Undefined.instance);
            writing[i].putWithFlags(target, keys[i], value, JSAttributes.getDefault());
        }
    }
}
