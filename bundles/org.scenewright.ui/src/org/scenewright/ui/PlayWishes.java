// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the code of a scene wants of people, one after the other: while they have not answered, no
 * more is asked. Any thread.
 */
final class PlayWishes {
    private final Runnable changed;
    private final AtomicReference<Optional<Wish>> open = new AtomicReference<>(Optional.empty());

    /**
     * One wish.
     *
     * @param deed what people may allow, on the UI thread; empty where they are only told
     */
    record Wish(String sentence, Optional<Runnable> deed) {}

    /**
     * @param changed called back when there is another wish, or none
     */
    PlayWishes(Runnable changed) {
        this.changed = changed;
    }

    Optional<Wish> open() {
        return open.get();
    }

    /** Asks people, or tells them; whether there was no question open. */
    boolean ask(Wish wish) {
        var before =
                open.getAndUpdate(
                        now -> now.flatMap(Wish::deed).isPresent() ? now : Optional.of(wish));
        boolean isAsked = before.flatMap(Wish::deed).isEmpty();
        if (isAsked) {
            changed.run();
        }
        return isAsked;
    }

    /** Does what is wished for; UI thread. */
    void allow() {
        open().flatMap(Wish::deed).ifPresent(Runnable::run);
        forget();
    }

    void forget() {
        open.set(Optional.empty());
        changed.run();
    }
}
