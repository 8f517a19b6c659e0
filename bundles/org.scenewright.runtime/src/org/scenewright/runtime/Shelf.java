// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Difference;
import org.scenewright.scene.SetAside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * What a scene had of its own whenever it became what others had, until people keep it or drop it;
 * usable from any thread.
 *
 * <p>Nothing on it is ever put in the place of anything else. Listeners are called by who changes
 * it and must return at once.
 */
public final class Shelf {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<SetAside> all = List.of();

    Shelf() {}

    /** All that is there, oldest first; none of it without differences. */
    public synchronized List<SetAside> all() {
        return all;
    }

    /** Calls back whenever something comes or goes. */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether something is there, or what is left of it. */
    public boolean holds(SetAside aside) {
        return all().stream().anyMatch(one -> one.isOf(aside));
    }

    void put(SetAside aside) {
        if (!aside.differences().isEmpty()) {
            change(
                    before -> {
                        var after = new ArrayList<>(before);
                        after.add(aside);
                        return after;
                    });
        }
    }

    /** Puts what nothing there says already. */
    void putNew(SetAside aside) {
        put(aside.without(aside.differences().stream().filter(this::isThere).toList()));
    }

    private boolean isThere(Difference difference) {
        return all().stream()
                .flatMap(aside -> aside.differences().stream())
                .anyMatch(difference::isToTheSame);
    }

    /**
     * Takes down what people decided about; it is not there any more.
     *
     * @param aside one of {@link #all}, or what one of them was before; else nothing happens
     */
    public void drop(SetAside aside, List<Difference> decided) {
        change(
                before ->
                        before.stream()
                                .map(one -> one.isOf(aside) ? one.without(decided) : one)
                                .filter(one -> !one.differences().isEmpty())
                                .toList());
    }

    private void change(UnaryOperator<List<SetAside>> change) {
        synchronized (this) {
            all = List.copyOf(change.apply(all));
        }
        listeners.forEach(Runnable::run);
    }
}
