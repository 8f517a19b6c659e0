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
    }

    /** Says how it stands; where something went wrong, the console says. */
    void show(ScenePlay play) {
        var complaint = play.complaint().flatMap(reason -> reason.lines().findFirst());
        show(unbuilt, complaint.filter(why -> !play.isOn()));
        show(failed, complaint.filter(why -> play.isOn()));
        show(old, play.age().filter(why -> complaint.isEmpty()));
    }

    private static void show(Banner banner, Optional<String> sentence) {
        sentence.ifPresentOrElse(banner::show, banner::hide);
    }
}
