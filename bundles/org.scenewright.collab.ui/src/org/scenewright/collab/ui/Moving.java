// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.scenewright.collab.Role;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Failures;
import org.scenewright.runtime.SceneSession;

import java.util.concurrent.CancellationException;

/** Goes elsewhere with a scene that is shared, and tells what came of it. */
record Moving(SharedScenes scenes, SceneSession scene, Shared shared) {
    private static final System.Logger LOG = System.getLogger(Moving.class.getName());

    /** Begins to; returns at once. */
    void to(Meeting meeting) {
        ICoreRunnable work = monitor -> go(meeting);
        Job.create("Meet elsewhere", work).schedule();
    }

    private void go(Meeting meeting) {
        try {
            new Sharing(scene, scenes.identity(), scenes.habits())
                    .move(shared, meeting)
                    .thenAccept(this::moved)
                    .exceptionally(this::stayed);
        } catch (RuntimeException failed) {
            stayed(failed);
        }
    }

    /** On a thread of the session. */
    private void moved(ConnectionString place) {
        shared.rooms().moved(place);
        scenes.ui().execute(scenes::changed);
        if (shared.session().status().role() == Role.OWNER) {
            scenes.keeping().keepOwn(scene, shared);
        } else {
            scenes.keeping().keep(scene, shared.session());
        }
    }

    /** On any thread. */
    private @Nullable Void stayed(Throwable failed) {
        switch (Failures.cause(failed)) {
            case CommsException why -> tell(Notice.of(why.getMessage()));
            // It went elsewhere before, or was left.
            case CancellationException over -> {}
            case Throwable broken -> {
                LOG.log(System.Logger.Level.ERROR, "A session could not meet elsewhere", broken);
                tell(Notice.of("That failed: " + broken.getMessage()));
            }
        }
        return null;
    }

    private void tell(Notice notice) {
        scenes.ui().execute(() -> scenes.tell(scene, notice));
    }
}
