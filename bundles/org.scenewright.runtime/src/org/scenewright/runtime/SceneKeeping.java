// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Keepsake;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SetAside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What an open scene has to keep of its part in a shared one, for whoever opens it later and joins
 * again; usable from any thread.
 */
public final class SceneKeeping {
    private final SceneFiles.Owner owner;
    private final SceneFiles files;
    private final Shelf shelf;
    private volatile Optional<Parted> parted = Optional.empty();

    /** What the document held when the person here left a session. */
    private record Parted(String session, SceneSnapshot held) {}

    SceneKeeping(SceneFiles.Owner owner, SceneFiles files, Shelf shelf) {
        this.owner = owner;
        this.files = files;
        this.shelf = shelf;
    }

    /**
     * What there is to keep now: what the files hold, and what is open to decide.
     *
     * @param me the address of the person here, whose lost fields are open, too
     */
    public CompletableFuture<Keepsake> now(String me) {
        return owner.onThread(
                () -> {
                    var open = new ArrayList<>(shelf.all());
                    open.add(lost(me));
                    return new Keepsake(Optional.of(files.loaded().known()), open);
                });
    }

    /**
     * Takes note that somebody left a session, and of what the document held then: it came from the
     * others, or is kept as what they have not heard, be it saved or not.
     */
    public void parted(String session, SceneSnapshot held) {
        parted = Optional.of(new Parted(session, held));
    }

    /**
     * What the document held when somebody left a session last, as long as the scene is open, and
     * nothing of that is known to be undone.
     */
    public Optional<SceneSnapshot> parted(String session) {
        return parted.filter(former -> former.session().equals(session)).map(Parted::held);
    }

    /** The document becomes what the files hold, whatever it held when somebody left. */
    CompletableFuture<Outcome> revert() {
        parted = Optional.empty();
        return files.revert();
    }

    private SetAside lost(String me) {
        var losses = owner.scene().losses().stream().filter(l -> l.author().equals(me)).toList();
        return SetAside.lost(owner.scene().snapshot(), losses);
    }

    /**
     * Puts on the shelf what was open and is neither there, as the scene was open all the time, nor
     * among the lost fields; on the thread of the scene.
     */
    void lay(Keepsake former, String me) {
        var lost = lost(me).differences();
        for (var aside : former.open(owner.scene().snapshot())) {
            shelf.putNew(
                    aside.without(
                            aside.differences().stream()
                                    .filter(d -> lost.stream().anyMatch(d::isToTheSame))
                                    .toList()));
        }
    }

    /**
     * The bytes of what is kept, packed; it may have to wait for the types that scenes have.
     *
     * @return nothing where there is too much of it to be {@link #read} again
     */
    public Optional<byte[]> encoded(Keepsake keepsake) {
        return Optional.of(keepsake.toBytes(files.core()))
                .filter(bytes -> bytes.length <= Keepsake.LARGEST)
                .map(Packed::pack);
    }

    /**
     * Reads what was kept, beside the thread of the scene.
     *
     * @return fails with an {@link IOException} where the bytes are none; the message is a sentence
     *     for people
     */
    public CompletableFuture<Keepsake> read(byte[] encoded) {
        return CompletableFuture.supplyAsync(() -> decoded(encoded), SceneKeeping::beside);
    }

    private Keepsake decoded(byte[] encoded) {
        try {
            return Keepsake.read(Packed.unpack(encoded, Keepsake.LARGEST), files.core());
        } catch (IOException unfit) {
            throw new CompletionException(unfit);
        }
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("scene keepsake").start(work);
    }
}
