// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.scenewright.runtime.Link;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;

import java.util.concurrent.atomic.AtomicBoolean;

/** Has something refreshed soon, once for all that ask meanwhile; any thread. */
final class Refreshing {
    private final Composite owner;
    private final Display display;
    private final Runnable refresh;
    private final AtomicBoolean isAsked = new AtomicBoolean();

    /**
     * @param owner without whom there is nothing to refresh
     * @param refresh on the UI thread; to say that it {@link #begins}
     */
    Refreshing(Composite owner, Runnable refresh) {
        this.owner = owner;
        this.refresh = refresh;
        display = owner.getDisplay();
    }

    /** Whether somebody asked, and it did not begin yet. */
    boolean isAsked() {
        return isAsked.get();
    }

    /** Who asks from now on does so for the next time. */
    void begins() {
        isAsked.set(false);
    }

    void ask() {
        if (!isAsked.getAndSet(true)) {
            onUi(refresh);
        }
    }

    private void askLater(int millis) {
        if (!isAsked.getAndSet(true)) {
            onUi(() -> display.timerExec(millis, ifThere(refresh)));
        }
    }

    void onUi(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(ifThere(task));
        }
    }

    private Runnable ifThere(Runnable task) {
        return () -> {
            if (!owner.isDisposed()) {
                task.run();
            }
        };
    }

    /**
     * Asks whenever a scene changes.
     *
     * @param pause milliseconds until it is refreshed, for what comes meanwhile as well
     * @param edited called, on the thread of the scene, when the person here has edited it
     */
    Link after(int pause, Runnable edited) {
        return new Link() {
            @Override
            public String name() {
                return "";
            }

            @Override
            public void changed(SceneSnapshot snapshot, Changes changes) {
                if (pause == 0) {
                    ask();
                } else {
                    askLater(pause);
                }
                if (changes.origin().kind() == Origin.Kind.USER) {
                    edited.run();
                }
            }
        };
    }
}
