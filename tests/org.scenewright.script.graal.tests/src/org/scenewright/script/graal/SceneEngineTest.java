// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.nio.file.Path;

/** What is kept of bundles that were played. */
class SceneEngineTest {
    private static final SceneEngine ENGINE = new SceneEngine();

    private static SceneBundle bundle(String code) {
        return new SceneBundle(Path.of("a.js"), "a.js", code, "");
    }

    /** What is only held on to by the engine. */
    private static WeakReference<Source> kept(String code) {
        return new WeakReference<>(ENGINE.kept(bundle(code)));
    }

    private static void check(WeakReference<Source> source, boolean isKept) {
        System.gc();
        assertEquals(isKept, source.get() != null);
    }

    @Test
    void whatWasPlayedLastIsKept() {
        var first = kept("first");
        for (int i = 0; i < 3; i++) {
            kept("other " + i);
        }
        check(first, true);
    }

    @Test
    void whatWasPlayedBeforeThatIsNot() {
        var first = kept("first of five");
        for (int i = 0; i < 4; i++) {
            kept("another " + i);
        }
        check(first, false);
    }

    @Test
    void whatIsPlayedAgainIsTheLast() {
        var first = kept("again");
        for (int i = 0; i < 6; i++) {
            kept("yet another " + i);
            kept("again");
        }
        check(first, true);
    }
}
