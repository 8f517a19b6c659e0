// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the person here may edit a document; usable from any thread.
 *
 * <p>Views ask it to offer nothing that would be refused. Listeners are called by who changes it
 * and must return at once.
 */
public final class Permission {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<String>> refusal =
            new AtomicReference<>(Optional.empty());

    Permission() {}

    /** Whether edits are taken. */
    public boolean isGiven() {
        return refusal().isEmpty();
    }

    /** Why no edit is taken, as a sentence; nothing where they are. */
    public Optional<String> refusal() {
        return refusal.get();
    }

    /**
     * Lets the person here edit no longer, or again; what others write is merged nevertheless.
     *
     * @param why what to tell them, as a sentence; empty where they may
     */
    public void refuse(Optional<String> why) {
        if (!why.equals(refusal.getAndSet(why))) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Calls back whenever that changes. */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
