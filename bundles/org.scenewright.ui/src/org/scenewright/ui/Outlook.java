// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the scenes that are played beside the one of a viewport to its stage; UI thread. */
final class Outlook implements AutoCloseable {
    private final ScenePlay play;
    private final Stagehand hand;
    private final Map<Showing, Seat> seats = new HashMap<>();
    private final Registration watch;

    /** Whoever does something on the GL thread, after which a picture is drawn; any thread. */
    @FunctionalInterface
    interface Stagehand {
        /**
         * @param isMoving whether more will follow at once
         */
        void with(Consumer<Stage> task, boolean isMoving);
    }

    Outlook(ScenePlay play, Stagehand hand) {
        this.play = play;
        this.hand = hand;
        watch = play.watch(this::follow);
        follow();
    }

    private void follow() {
        var now = new HashMap<Showing, AssetLibrary>();
        for (var guest : play.guests()) {
            guest.showing().ifPresent(showing -> now.put(showing, guest.assets()));
        }
        List.copyOf(seats.keySet()).stream().filter(s -> !now.containsKey(s)).forEach(this::leave);
        now.forEach((showing, assets) -> seats.computeIfAbsent(showing, s -> new Seat(s, assets)));
    }

    private void leave(Showing showing) {
        Optional.ofNullable(seats.remove(showing)).ifPresent(Seat::close);
    }

    @Override
    public void close() {
        watch.close();
        List.copyOf(seats.keySet()).forEach(this::leave);
    }

    /** One of them on its way to the stage. */
    private final class Seat implements PlayLink.View {
        private final Showing showing;
        private final Registration link;
        private final AssetLibrary.Registration loading;

        Seat(Showing showing, AssetLibrary assets) {
            this.showing = showing;
            // First the link: nothing is missed then.
            link = showing.play().link(new PlayLink(showing.play(), this));
            loading =
                    assets.onLoaded(
                            source -> hand.with(stage -> stage.loaded(showing, source), false));
            hand.with(stage -> stage.admit(showing, assets), false);
        }

        @Override
        public void changed(Optional<Play> of, SceneSnapshot snapshot, Changes changes) {
            hand.with(stage -> stage.show(showing, snapshot, changes), true);
        }

        void close() {
            link.close();
            loading.close();
            hand.with(stage -> stage.dismiss(showing), false);
        }
    }
}
