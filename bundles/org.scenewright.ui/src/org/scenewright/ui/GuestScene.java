// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.content.AssetCatalog;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A scene as its files are, read without an editor to be played; whoever reads it closes it.
 *
 * @param card what its {@code scene.json} says
 * @param isGlobal whether it is there wherever one stands
 * @param bundle the code that it was built into
 * @param session holds the document, which nobody edits
 * @param assets its own files
 */
record GuestScene(
        SceneCard card, boolean isGlobal, Path bundle, SceneSession session, AssetLibrary assets)
        implements AutoCloseable {

    /** A scene that can be played, or why there is none. */
    sealed interface Reading {
        /** It is open. */
        record Read(GuestScene scene) implements Reading {}

        /**
         * It is not.
         *
         * @param reason a sentence
         */
        record Failed(String reason) implements Reading {}
    }

    /**
     * Reads the scene of a folder; it waits for the disk.
     *
     * @param types those that scenes have, by the folder of their project
     * @param catalog what fields of the scene may be bound to
     */
    static Reading read(
            Companion companion, Function<Path, ComponentTypes> types, AssetCatalog catalog) {
        var card = SceneCard.of(companion.directory());
        return card.map(found -> read(found, companion.isGlobal(), types, catalog))
                .orElseGet(
                        () ->
                                new Reading.Failed(
                                        "There is no scene to be played beside this one in "
                                                + companion.directory()
                                                + "."));
    }

    private static Reading read(
            SceneCard card,
            boolean isGlobal,
            Function<Path, ComponentTypes> types,
            AssetCatalog catalog) {
        var project = SceneProject.at(card.directory());
        try {
            var session = SceneSession.open(project, () -> types.apply(project.directory())).join();
            return read(card, isGlobal, session, new AssetLibrary(project.directory(), catalog));
        } catch (CompletionException unreadable) {
            return failed(card, "It cannot be read: " + unreadable.getCause());
        }
    }

    private static Reading read(
            SceneCard card, boolean isGlobal, SceneSession session, AssetLibrary assets) {
        var objection = session.unreadable().map(Problem::message);
        var bundle = PlayBundle.of(session.project(), session.snapshot());
        if (objection.isEmpty() && bundle instanceof PlayBundle.Built(var file)) {
            return new Reading.Read(new GuestScene(card, isGlobal, file, session, assets));
        }
        session.close();
        assets.close();
        return failed(card, objection.orElseGet(() -> reason(bundle)));
    }

    private static String reason(PlayBundle bundle) {
        return switch (bundle) {
            case PlayBundle.Built b -> "";
            case PlayBundle.Missing(var why) -> why;
        };
    }

    private static Reading failed(SceneCard card, String why) {
        return new Reading.Failed(card.title() + " is not played beside this scene. " + why);
    }

    String title() {
        return card.title();
    }

    Optional<String> overlap(SceneCard other) {
        return !isGlobal && card.overlaps(other)
                ? Optional.of(title() + " stands on a parcel of " + other.title() + ".")
                : Optional.empty();
    }

    @Override
    public void close() {
        session.close();
        assets.close();
    }
}
