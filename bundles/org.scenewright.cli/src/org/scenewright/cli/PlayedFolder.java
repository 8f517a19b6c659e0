// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SystemCalls;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/**
 * The folder of a scene whose code is to be run.
 *
 * @param settings what its {@code scene.json} says
 * @param bundle the JavaScript file that this names
 */
record PlayedFolder(SceneProject project, Value settings, Path bundle) {
    /** More than any scene.json has. */
    private static final long MOST_BYTES = 1 << 20;

    private static final long MOST_BUNDLE_BYTES = 50 << 20;

    /**
     * @throws CommandFailed when there is no scene, or nothing that it was built into
     */
    static PlayedFolder of(Path directory) {
        var project = SceneProject.at(directory);
        if (!Files.isRegularFile(project.sceneJson())) {
            throw new CommandFailed("There is no scene in " + directory + ": no scene.json.");
        }
        var settings = settings(project);
        return new PlayedFolder(project, settings, bundle(project, settings));
    }

    /**
     * What a {@code scene.json} says.
     *
     * @throws CommandFailed when it cannot be read
     */
    static Value settings(SceneProject project) {
        var file = project.sceneJson();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CommandFailed(file + " has more than 1 MB.");
            }
            return ValueJson.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new CommandFailed(file + " cannot be read: " + unreadable.getMessage());
        } catch (SchemaException malformed) {
            throw new CommandFailed(file + " is not JSON: " + malformed.getMessage());
        }
    }

    private static Path bundle(SceneProject project, Value settings) {
        var main = settings.text("main", "");
        try {
            var bundle = project.directory().resolve(main).normalize();
            if (main.isEmpty() || !bundle.startsWith(project.directory())) {
                throw new CommandFailed(
                        "%s: main names no file of the scene: \"%s\""
                                .formatted(project.sceneJson(), main));
            }
            requireReadable(bundle);
            return bundle;
        } catch (InvalidPathException e) {
            throw new CommandFailed(project.sceneJson() + ": main: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailed("The scene's code cannot be read: " + e.getMessage());
        }
    }

    private static void requireReadable(Path bundle) throws IOException {
        if (!Files.isRegularFile(bundle) || !Files.isReadable(bundle)) {
            throw new CommandFailed(
                    "There is no " + bundle + " that can be read. Build the scene first.");
        }
        if (Files.size(bundle) > MOST_BUNDLE_BYTES) {
            throw new CommandFailed(bundle + " has more than 50 MB.");
        }
    }

    /** Reads its document; whoever does closes the session. */
    SceneSession open() {
        try {
            return SceneSession.open(project).join();
        } catch (CompletionException failed) {
            throw new CommandFailed(
                    "%s cannot be read: %s"
                            .formatted(project.directory(), failed.getCause().getMessage()));
        }
    }

    /**
     * How it is played beside others.
     *
     * @param world the parcel whose corner is the origin of the world
     * @param calls what answers its questions
     */
    PlayPlan plan(SceneSession session, boolean isGlobal, Parcel world, SystemCalls calls) {
        var base = base();
        var origin =
                new Pose.Vec(
                        (base.x() - world.x()) * Parcel.SIDE,
                        0,
                        (base.y() - world.y()) * Parcel.SIDE);
        return new PlayPlan(session, bundle, isGlobal, origin, PlayPlan.Pace.FIXED, calls);
    }

    Parcel base() {
        return SceneSettings.of(settings).base();
    }
}
