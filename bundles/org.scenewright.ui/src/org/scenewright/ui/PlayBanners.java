// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Composite;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an editor says about the code that is played, or is not, above everything else: why that is
 * so, and what can be done. UI thread.
 */
final class PlayBanners {
    private final Banner unbuilt;
    private final Banner failed;
    private final Banner old;
    private final Banner asking;
    private final Banner telling;

    /**
     * @param parent lies out its children in a grid of one column
     */
    PlayBanners(Composite parent, SceneOpening opening) {
        Consumer<Consumer<ScenePlay>> played =
                remedy -> opening.now().map(OpenScene::play).ifPresent(remedy);
        unbuilt =
                new Banner(
                        parent, new Banner.Remedy("Build", () -> played.accept(ScenePlay::build)));
        failed =
                new Banner(
                        parent,
                        new Banner.Remedy("Build", () -> played.accept(ScenePlay::build)),
                        new Banner.Remedy("Restart", () -> played.accept(ScenePlay::restart)),
                        new Banner.Remedy("Stop", () -> played.accept(ScenePlay::stop)));
        old =
                new Banner(
                        parent,
                        Banner.Tone.WARNING,
                        new Banner.Remedy("Build and Play", () -> played.accept(ScenePlay::build)),
                        new Banner.Remedy("Hide", () -> played.accept(ScenePlay::playOld)));
        asking =
                new Banner(
                        parent,
                        Banner.Tone.WARNING,
                        wish(played, "Allow", PlayWishes::allow),
                        wish(played, "Refuse", PlayWishes::forget));
        telling = new Banner(parent, Banner.Tone.WARNING, wish(played, "OK", PlayWishes::forget));
    }

    private static Banner.Remedy wish(
            Consumer<Consumer<ScenePlay>> played, String label, Consumer<PlayWishes> deed) {
        return new Banner.Remedy(label, () -> played.accept(play -> play.wishes().ifPresent(deed)));
    }

    /** Says how it stands; where something went wrong, the console says. */
    void show(ScenePlay play) {
        var complaint = play.complaint().flatMap(reason -> reason.lines().findFirst());
        show(unbuilt, complaint.filter(why -> !play.isOn()));
        show(failed, complaint.filter(why -> play.isOn()));
        show(old, play.age().filter(why -> complaint.isEmpty()));
        var wish = play.wishes().flatMap(PlayWishes::open);
        show(asking, wish.filter(w -> w.deed().isPresent()).map(PlayWishes.Wish::sentence));
        show(telling, wish.filter(w -> w.deed().isEmpty()).map(PlayWishes.Wish::sentence));
    }

    private static void show(Banner banner, Optional<String> sentence) {
        sentence.ifPresentOrElse(banner::show, banner::hide);
    }
}
