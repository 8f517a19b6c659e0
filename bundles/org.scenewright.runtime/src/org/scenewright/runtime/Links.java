// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The one door out: everybody who is told of changes, in the order in which they joined. */
final class Links {
    private static final System.Logger LOG = System.getLogger(Links.class.getName());

    private final List<Joined> joined = new CopyOnWriteArrayList<>();

    /** One registration; two of the same link are two. */
    private static final class Joined {
        private final Link link;

        Joined(Link link) {
            this.link = link;
        }
    }

    /** Adds a link, from any thread. */
    Registration join(Link link) {
        var one = new Joined(link);
        joined.add(one);
        return () -> joined.remove(one);
    }

    /** Tells all but those by whose name the changes came in. */
    void tell(SceneSnapshot snapshot, Changes changes) {
        String source = changes.origin().source();
        each(
                link -> {
                    if (source.isEmpty() || !source.equals(link.name())) {
                        link.changed(snapshot, changes);
                    }
                });
    }

    void tell(SessionStatus status) {
        each(link -> link.status(status));
    }

    private void each(Consumer<Link> call) {
        for (var one : joined) {
            try {
                call.accept(one.link);
            } catch (RuntimeException | LinkageError mistake) {
                // Whoever fails is not told any more; the others and the document go on.
                joined.remove(one);
                LOG.log(
                        System.Logger.Level.ERROR,
                        "dropped the link " + one.link.getClass().getName(),
                        mistake);
            }
        }
    }
}
