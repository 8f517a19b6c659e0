// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.scene.Difference;
import org.scenewright.scene.SetAside;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * A field of which the person here may say whose value it has.
 *
 * @param aside what it is one of the differences of
 * @param why how it came about
 */
record Decision(SetAside aside, Difference difference, Why why) {

    /** How two values of a field came about. */
    enum Why {
        /** The scene had a value of its own when it became that of others. */
        OFFERED("Yours alone"),
        /** Two wrote it at once, and the value of somebody else holds. */
        LOST("At once; theirs holds"),
        /** Two wrote it at once, and the value of the person here holds. */
        WON("At once; yours holds");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** As people read it. */
        String text() {
            return text;
        }
    }

    /** What it is a field of, as a scene calls it. */
    String entity() {
        return aside.name(difference.entity());
    }

    Optional<Value> mine() {
        return why == Why.WON ? difference.before() : difference.after();
    }

    Optional<Value> theirs() {
        return why == Why.WON ? difference.after() : difference.before();
    }

    /** Whether the scene has to change for one side's value to be there. */
    boolean changes(boolean toMine) {
        return toMine != (why == Why.WON);
    }

    /** Whether it is about the same field as another one. */
    boolean isOf(Decision other) {
        return why == other.why
                && difference.entity().equals(other.difference.entity())
                && difference.component().equals(other.difference.component())
                && difference.path().equals(other.difference.path());
    }
}
