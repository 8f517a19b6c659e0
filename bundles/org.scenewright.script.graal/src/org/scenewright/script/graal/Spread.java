// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.js.nodes.JSGuards;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.access.CopyDataPropertiesNode;
import com.oracle.truffle.js.nodes.access.ObjectLiteralNode.ObjectLiteralMemberNode;
import com.oracle.truffle.js.nodes.cast.JSToObjectNode;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;

import java.util.Arrays;
import java.util.Set;

/**
 * The part of an object literal that copies what another object has, as in {@code {...all, one:
 * 1}}.
 *
 * <p>The engine's own looks up every property of every object by its name, each time, and the SDK
 * copies four objects for every component that a scene changes. This one keeps how objects of the
 * last few layouts are copied, and leaves what is out of the ordinary to the engine's.
 */
final class Spread extends ObjectLiteralMemberNode {
    private static final int MOST_LAYOUTS = 4;

    private final JSContext context;
    @Child private JavaScriptNode value;
    @Child private JSToObjectNode toObject = JSToObjectNode.create();
    @Child private CopyDataPropertiesNode engines;
    @Children private SpreadLayout[] layouts = {};
    @CompilationFinal private boolean isVaried;

    Spread(JSContext context, boolean isStatic, JavaScriptNode value) {
        super(isStatic, JSAttributes.getDefault());
        this.context = context;
        this.value = value;
        engines = CopyDataPropertiesNode.create(context);
    }

    @Override
    @SuppressWarnings("null")
    public void executeVoid(VirtualFrame frame, JSObject target, JSObject home, JSRealm realm) {
        var source = value.execute(frame);
        if (source instanceof JSObject object) {
            copy(target, object);
        } else if (!JSGuards.isNullOrUndefined(source)) {
            engines.execute(target, toObject.execute(source));
        }
    }

    private void copy(JSObject target, JSObject source) {
        if (isCopied(target, source)) {
            return;
        }
        if (!isVaried) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(target, source);
        }
        engines.execute(target, source);
    }

    @ExplodeLoop
    private boolean isCopied(JSObject target, JSObject source) {
        for (var layout : layouts) {
            if (layout.fits(target, source)) {
                layout.copy(target, source);
                return true;
            }
        }
        return false;
    }

    private void learn(JSObject target, JSObject source) {
        var found = SpreadLayout.of(target, source);
        isVaried = found.isEmpty() || layouts.length == MOST_LAYOUTS;
        if (!isVaried) {
            var more = Arrays.copyOf(layouts, layouts.length + 1);
            more[layouts.length] = insert(found.get());
            layouts = more;
        }
    }

    @Override
    @SuppressWarnings("null")
    protected ObjectLiteralMemberNode copyUninitialized(Set<Class<? extends Tag>> tags) {
        return new Spread(context, isStatic, JavaScriptNode.cloneUninitialized(value, tags));
    }
}
