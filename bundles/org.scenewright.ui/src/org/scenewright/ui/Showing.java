// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.Play;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a viewport shows instead of the document while code runs.
 *
 * @param play the running scene
 * @param inputs what takes input before the tools of the editor do, in this order
 * @param materials those that are shown instead of what components say; asked on any thread
 * @param postures how models stand that clips move; asked on any thread
 */
record Showing(
        Play play,
        List<PlayInput> inputs,
        Supplier<Map<Entity, Value>> materials,
        Supplier<Map<Entity, Posture>> postures) {

    /** A scene that runs in the frames of a schedule. */
    static Showing of(Play play, List<PlayInput> inputs, FrameSchedule schedule) {
        return new Showing(
                play, inputs, () -> schedule.materials(play), () -> schedule.postures(play));
    }
}
