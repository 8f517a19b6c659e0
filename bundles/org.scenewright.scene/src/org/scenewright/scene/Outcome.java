// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/** The verdict on an edit. */
public sealed interface Outcome {

    /** The edit was made. */
    record Accepted(Changes changes) implements Outcome {}

    /** Nothing was changed; the reason is a sentence for people that names entity and field. */
    record Refused(String reason) implements Outcome {}
}
