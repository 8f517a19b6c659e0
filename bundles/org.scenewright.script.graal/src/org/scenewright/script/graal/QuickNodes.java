// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.NodeFactory;
import com.oracle.truffle.js.nodes.access.ObjectLiteralNode.ObjectLiteralMemberNode;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObject;

import org.graalvm.polyglot.Context;

import java.lang.System.Logger.Level;

/**
 * What the engine makes of code, with parts of our own in place of two that take a third of the
 * time of a scene: {@link Spread} and {@link Freeze}.
 *
 * <p>The engine has no way to be told so, and is therefore changed in its midst. Another version of
 * it may not let itself be changed: then all runs as the engine has it, only slower.
 */
final class QuickNodes extends NodeFactory {
    private static final System.Logger LOG = System.getLogger(QuickNodes.class.getName());
    private static final TruffleString FREEZE = Strings.constant(Freeze.NAME);

    private final JSContext context;
    private final JSFunctionData freeze;

    private QuickNodes(JSRealm realm) {
        context = realm.getContext();
        var engines = (JSFunctionObject) JSObject.get(realm.getObjectConstructor(), FREEZE);
        var node = new Freeze(JavaScriptLanguage.get(null), engines);
        freeze = JSFunctionData.createCallOnly(context, node.getCallTarget(), 1, FREEZE);
    }

    /** Makes a new context quicker; for one context of an engine at a time. */
    static void into(Context fresh) {
        fresh.initialize("js");
        fresh.enter();
        try {
            var realm = JSRealm.get(null);
            of(realm).install(realm);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            LOG.log(Level.WARNING, "The engine is not the one that can be made quicker", e);
        } finally {
            fresh.leave();
        }
    }

    /** Those of an engine, the same for all of its contexts, as they share what is compiled. */
    private static QuickNodes of(JSRealm realm) throws ReflectiveOperationException {
        var context = realm.getContext();
        if (context.getNodeFactory() instanceof QuickNodes known) {
            return known;
        }
        var nodes = new QuickNodes(realm);
        var field = JSContext.class.getDeclaredField("nodeFactory");
        field.setAccessible(true);
        field.set(context, nodes);
        return nodes;
    }

    private void install(JSRealm realm) {
        JSObject.set(realm.getObjectConstructor(), FREEZE, JSFunction.create(realm, freeze));
    }

    @Override
    @SuppressWarnings("null")
    public ObjectLiteralMemberNode createSpreadObjectMember(
            boolean isStatic, JavaScriptNode value) {
        return new Spread(context, isStatic, value);
    }
}
