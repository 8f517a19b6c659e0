// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PointerOffer;
import org.scenewright.runtime.Registration;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a viewport shows instead of the document while code runs.
 *
 * @param play the running scene
 * @param inputs what takes input before the tools of the editor do, in this order
 * @param materials those that are shown instead of what components say; asked on any thread
 * @param postures how models stand that clips move; asked on any thread
 * @param offers tells what the pointer can do
 */
record Showing(
        Play play,
        List<PlayInput> inputs,
        Supplier<Map<Entity, Value>> materials,
        Supplier<Map<Entity, Posture>> postures,
        Offers offers) {

    /** Tells what the pointer can do with what it points at. */
    interface Offers {
        /** Calls back on any thread when that is something else than before. */
        Registration onOffers(Consumer<List<PointerOffer>> watcher);
    }

    /** A scene that runs in the frames of a schedule; of the pointer it says nothing. */
    static Showing of(Play play, List<PlayInput> inputs, FrameSchedule schedule) {
        return new Showing(
                play,
                inputs,
                () -> schedule.materials(play),
                () -> schedule.postures(play),
                watcher -> () -> {});
    }

    /** Whom people can walk about with in it. */
    Optional<PlayWalk> player() {
        return inputs.stream()
                .filter(PlayWalk.class::isInstance)
                .map(PlayWalk.class::cast)
                .findFirst();
    }

    /** The same, which tells what the pointer can do. */
    Showing telling(Offers now) {
        return new Showing(play, inputs, materials, postures, now);
    }
}
