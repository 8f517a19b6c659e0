// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What people are told of values that cannot be: each refusal is kept for the field that it was
 * about until that is written again. Usable from any thread but for {@link #hint}.
 */
final class Complaints {
    private static final int KEPT = 50;

    private final Consumer<String> refused;
    private final Consumer<Optional<String>> hinted;
    private final Runnable settled;
    private final Map<Place, String> refusals = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** A field of one component of entities. */
    record Place(List<Entity> entities, String component, FieldPath path) {

        boolean isIn(Place outer) {
            var steps = outer.path.steps();
            return path.steps().size() >= steps.size()
                    && path.steps().subList(0, steps.size()).equals(steps)
                    && component.equals(outer.component)
                    && entities.equals(outer.entities);
        }
    }

    /**
     * @param refused told what was refused, on any thread
     * @param hinted told what would be refused, or that nothing would be; on the UI thread
     * @param settled told that something was written, so that no refusal is the last word any more;
     *     on any thread
     */
    Complaints(Consumer<String> refused, Consumer<Optional<String>> hinted, Runnable settled) {
        this.settled = settled;
        this.refused = refused;
        this.hinted = hinted;
    }

    /** Says something to the person, soon. */
    void tell(String sentence) {
        refused.accept(sentence);
    }

    /** Says why what is being typed cannot be written, or nothing any more. */
    void hint(Optional<String> reason) {
        hinted.accept(reason);
    }

    /** What was said before is answered: something could be written. */
    void settle() {
        settled.run();
    }

    void refused(Place place, String reason) {
        locked(
                () -> {
                    refusals.remove(place);
                    refusals.put(place, reason);
                    if (refusals.size() > KEPT) {
                        refusals.remove(refusals.keySet().iterator().next());
                    }
                    return true;
                });
    }

    /** Whoever looks at something else has seen what was refused. */
    void forget() {
        locked(
                () -> {
                    refusals.clear();
                    return true;
                });
    }

    void accepted(Place place) {
        locked(
                () ->
                        refusals.keySet().removeIf(place::isIn)
                                || refusals.keySet().removeIf(p -> p.isIn(place)));
    }

    /** A refusal of a field or of something in it. */
    Optional<String> find(Place place) {
        return locked(
                () ->
                        refusals.entrySet().stream()
                                .filter(entry -> entry.getKey().isIn(place))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    private <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
