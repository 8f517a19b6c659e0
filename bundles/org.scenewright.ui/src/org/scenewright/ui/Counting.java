// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.render.Census;
import org.scenewright.runtime.Link;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Counts, in the background, what a document is made up of, a few times a second while it changes.
 */
final class Counting extends Job implements Link {
    /** A thousand assets may come in a second, and a drag has sixty steps. */
    private static final int PAUSE_MILLIS = 250;

    private final ConcurrentLinkedQueue<Consumer<Census>> waiting = new ConcurrentLinkedQueue<>();
    private final Census census;
    private final Consumer<Census> counted;

    /**
     * @param counted called in the background whenever it has counted
     */
    Counting(AssetLibrary assets, Consumer<Census> counted) {
        super("Counting what a scene is made up of");
        census = new Census(assets);
        this.counted = counted;
        setSystem(true);
        setPriority(SHORT);
    }

    /** Begins with a document; what it holds already is not counted again. */
    void begin(SceneSnapshot snapshot) {
        post(census -> census.reset(snapshot));
    }

    /** Later does something with what was counted until then. */
    void post(Consumer<Census> task) {
        waiting.add(task);
        schedule(PAUSE_MILLIS);
    }

    /** Asks what was counted; at once, as somebody waits. */
    <T> CompletableFuture<T> ask(Function<Census, T> question) {
        var answer = new CompletableFuture<T>();
        post(now -> answer.complete(question.apply(now)));
        wakeUp();
        return answer;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        post(now -> now.show(snapshot, changes));
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            task.accept(census);
        }
        counted.accept(census);
        return Status.OK_STATUS;
    }
}
