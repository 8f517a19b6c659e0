// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

import java.util.Arrays;

/**
 * {@code Object.freeze}, which the SDK does with every component that a scene reads. As {@link
 * Spread}, it keeps how objects of the last few layouts are frozen.
 */
final class Freeze extends JavaScriptRootNode {
    static final String NAME = "freeze";

    private static final int MOST_LAYOUTS = 8;

    @Child private DirectCallNode engines;
    @Children private FreezeLayout[] layouts = {};
    @CompilationFinal private boolean isVaried;

    /**
     * @param engines takes what is out of the ordinary
     */
    Freeze(JavaScriptLanguage language, JSFunctionObject engines) {
        super(language, JSFunction.createBuiltinSourceSection(NAME));
        this.engines = DirectCallNode.create(JSFunction.getCallTarget(engines));
    }

    @Override
    @SuppressWarnings("null")
    public Object execute(VirtualFrame frame) {
        var arguments = frame.getArguments();
        if (JSArguments.getUserArgumentCount(arguments) > 0
                && JSArguments.getUserArgument(arguments, 0) instanceof JSObject object) {
            return frozen(object, arguments);
        }
        return engines.call(arguments);
    }

    private Object frozen(JSObject object, Object[] arguments) {
        if (isFrozen(object)) {
            return object;
        }
        if (!isVaried) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(object);
        }
        return engines.call(arguments);
    }

    @ExplodeLoop
    private boolean isFrozen(JSObject object) {
        for (var layout : layouts) {
            if (layout.fits(object)) {
                layout.freeze(object);
                return true;
            }
        }
        return false;
    }

    private void learn(JSObject object) {
        isVaried = layouts.length == MOST_LAYOUTS;
        if (!isVaried && FreezeLayout.suits(object.getShape())) {
            var more = Arrays.copyOf(layouts, layouts.length + 1);
            more[layouts.length] = insert(new FreezeLayout(object.getShape()));
            layouts = more;
        }
    }

    @Override
    public String getName() {
        return NAME;
    }
}
