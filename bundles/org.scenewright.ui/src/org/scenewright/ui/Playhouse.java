// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.runtime.Speaker;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;
import org.scenewright.sound.LineSpeaker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The processes that run the code of scenes, one set for a workbench; any thread. */
public final class Playhouse implements IDisposable {
    private static final System.Logger LOG = System.getLogger(Playhouse.class.getName());

    private final CompletableFuture<PlayWorkers> workers;
    private final LineSpeaker speaker = new LineSpeaker();

    public Playhouse() {
        listen();
        var bundle = Platform.getBundle("org.scenewright.ui");
        var cache = Platform.getStateLocation(bundle).append("play").toPath();
        // Where the jars are is asked of the disk.
        workers =
                CompletableFuture.supplyAsync(() -> WorkerPath.home(cache))
                        .exceptionally(failure -> withoutJars(cache, failure))
                        .thenApply(PlayWorkers::new);
    }

    /** Who plays a scene is told that there is nothing to run it with. */
    private static WorkerHome withoutJars(Path cache, Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "The jars of the worker were not found", failure);
        return WorkerHome.of(List.of(), cache);
    }

    /** Starts a process in the background, so that the first scene finds it warm. */
    void prepare() {
        workers.thenAccept(PlayWorkers::prepare);
    }

    /** What runs the code, for people; nothing until that is known. */
    String engine() {
        return workers.isDone() ? workers.join().engine() : "";
    }

    /** What scenes are heard from. */
    Speaker speaker() {
        return speaker;
    }

    /** Makes it as loud as people want it by now. */
    void listen() {
        speaker.loudness(PlayHabits.ofWorkspace().loudness());
    }

    CompletableFuture<PlayWorkers> workers() {
        return workers;
    }

    @Override
    public void dispose() {
        speaker.close();
        workers.thenAccept(PlayWorkers::close);
    }
}
