// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** Who keeps the copy of a session, and for whom. */
enum Keeper {
    /** The room, for everybody. */
    ROOM("The scene that the room keeps", "Who comes when nobody is here gets no scene."),
    /** The disk of the person here, for when they come back to nobody. */
    HOME(
            "What was kept of this session on the disk",
            "If you come back when nobody is here you get no scene.");

    private final String kept;
    private final String loss;

    Keeper(String kept, String loss) {
        this.kept = kept;
        this.loss = loss;
    }

    /** How a sentence on what is kept begins. */
    String kept() {
        return kept;
    }

    /** What it means when nothing can be kept. */
    String loss() {
        return loss;
    }
}
