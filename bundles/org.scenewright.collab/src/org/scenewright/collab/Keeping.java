// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.jspecify.annotations.Nullable;
import org.scenewright.collab.SessionStore.Part;
import org.scenewright.runtime.SceneKeeping;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sees to it that what nobody else has does not go with the process: what was written here and not
 * heard, what the files held, and what is open to decide. On the thread of the session, but for the
 * disk.
 */
final class Keeping {
    /** The most bytes of edits that are kept. */
    static final long MOST = 64L << 20;

    private static final System.Logger LOG = System.getLogger(Keeping.class.getName());
    // Whoever writes much at once shall not keep the disk busy.
    private static final int REST = 10;

    private final Parts parts;
    private final SceneKeeping scene;
    private final Optional<SessionStore> store;
    private CompletableFuture<Void> busy = CompletableFuture.completedFuture(null);
    private volatile Kept kept;
    private long next;
    private boolean isFull;
    private boolean isTold;

    /** What is on the disk; who writes there changes it, one after the other. */
    private record Kept(Unheard edits, Optional<Keepsake> scene) {}

    Keeping(Parts parts, SceneKeeping scene, Past past) {
        this.parts = parts;
        this.scene = scene;
        this.store = past.store();
        var former = past.edits().signed(parts.authority().session(), parts.self().signatures());
        this.kept = new Kept(former, past.scene());
        parts.log().recall(former);
        past.troubles().forEach(parts::notice);
    }

    /**
     * Writes what is not as it was; some times in a second.
     *
     * @param isSettled whether the document here is that of the session
     */
    void tick(boolean isSettled) {
        if (isSettled && busy.isDone() && parts.now() >= next) {
            store.ifPresent(this::keep);
        }
    }

    /**
     * Writes all for the last time; complete when that is done.
     *
     * @param held what the document holds then, asked for before anything else
     */
    CompletableFuture<Void> end(boolean isSettled, CompletableFuture<SceneSnapshot> held) {
        if (!isSettled) {
            return busy;
        }
        // A scene that is closed holds nothing any more.
        var known = held.handle((now, closed) -> Optional.ofNullable(now));
        return busy.thenCombine(known, (done, now) -> now)
                .thenComposeAsync(this::last, parts.executor());
    }

    private CompletableFuture<Void> last(Optional<SceneSnapshot> held) {
        store.ifPresent(this::keep);
        return busy.thenRunAsync(() -> part(held), parts.executor());
    }

    /** What one held is known to be no edit of one's own only where no such edit is lost. */
    private void part(Optional<SceneSnapshot> held) {
        var edits = parts.log().unheard();
        if (edits.batches().isEmpty() || edits.holdsLike(kept.edits())) {
            held.ifPresent(now -> scene.parted(parts.authority().session(), now));
        }
    }

    private void keep(SessionStore to) {
        long begun = parts.now();
        // Asked for first: what is given up meanwhile may be told twice, but never not at all.
        var edits = bounded(parts.log().unheard());
        busy =
                scene.now(parts.me())
                        // A scene that is closed has nothing new.
                        .handle((now, closed) -> Optional.ofNullable(now).or(kept::scene))
                        .thenAcceptAsync(
                                now -> write(to, new Kept(edits, now)), SessionStore::beside)
                        .handleAsync((written, failure) -> done(begun, failure), parts.executor());
    }

    /** The scene first: what the files hold has to be known before edits in them go. */
    private void write(SessionStore to, Kept now) {
        try {
            writeScene(to, now);
            writeEdits(to, now.edits());
        } catch (IOException full) {
            throw new CompletionException(full);
        }
    }

    private void writeScene(SessionStore to, Kept now) throws IOException {
        try {
            if (now.scene().filter(this::isNews).isPresent()) {
                to.write(Part.SCENE, encoded(now.scene().orElseThrow()));
                kept = new Kept(kept.edits(), now.scene());
            }
        } catch (IOException full) {
            // Whatever becomes of the scene, nobody else has these.
            if (!now.edits().batches().isEmpty()) {
                writeEdits(to, now.edits());
            }
            throw full;
        }
    }

    private byte[] encoded(Keepsake now) throws IOException {
        return scene.encoded(now).orElseThrow(() -> new IOException("the scene is too large"));
    }

    private void writeEdits(SessionStore to, Unheard edits) throws IOException {
        if (edits.isLike(kept.edits())) {
            return;
        }
        if (edits.batches().isEmpty()) {
            to.delete(Part.EDITS);
        } else {
            to.write(Part.EDITS, KeptEdits.of(edits).toBytes());
        }
        kept = new Kept(edits, kept.scene());
    }

    private boolean isNews(Keepsake now) {
        return kept.scene().filter(now::isLike).isEmpty();
    }

    private @Nullable Void done(long begun, @Nullable Throwable failure) {
        next = parts.now() + REST * (parts.now() - begun);
        if (failure != null && !isTold) {
            LOG.log(System.Logger.Level.WARNING, "a session is not kept on the disk", failure);
            parts.notice(
                    "What you edit without connection is not kept for the next start, since that"
                            + " cannot be written: save the scene.");
        }
        isTold = failure != null;
        return null;
    }

    /** The first ones, as far as there is room for them. */
    private Unheard bounded(Unheard all) {
        var some = new ArrayList<SignedBatch>();
        long bytes = 0;
        for (var batch : all.batches()) {
            bytes += batch.bytes().length;
            if (bytes > MOST) {
                full();
                break;
            }
            some.add(batch);
        }
        return new Unheard(all.base(), some, all.said());
    }

    private void full() {
        if (!isFull) {
            isFull = true;
            parts.notice(
                    "More was edited without connection than is kept for the next start: save the"
                            + " scene.");
        }
    }
}
