// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fields of a subject. They are made step by step, and they turn to another subject of the same
 * shape as they are: all at once, so that what they show is always what they write to.
 *
 * @param <S> the sort of subject
 */
final class Fields<S extends Subject> {
    private final Steps steps;
    private final Aim<S> aim;
    private Optional<S> next = Optional.empty();
    private Optional<FieldView> view = Optional.empty();

    /**
     * @param wake called when there is something to do
     */
    Fields(S first, Runnable wake) {
        steps = new Steps(wake);
        aim = new Aim<>(first);
    }

    /** Makes them in a composite, unless they are there already. */
    void build(Composite box, Schema schema, Value initial) {
        if (view.isEmpty()) {
            var whole = new Slot(aim, FieldPath.WHOLE, "", schema, initial);
            view = Optional.of(FieldViews.create(schema, whole, Form.in(box, steps)));
        }
    }

    /** Hides what is not looked for. */
    void narrow(Search search) {
        if (!search.equals(steps.search())) {
            steps.search(search);
            view.ifPresent(fields -> fields.narrow(search));
        }
    }

    /** What the fields show and write to at this moment. */
    S now() {
        return aim.now();
    }

    /** Later shows this subject, or the same one as it has become. */
    void show(S subject) {
        next = Optional.of(subject);
    }

    Steps steps() {
        return steps;
    }

    boolean isDone() {
        return next.isEmpty() && steps.isDone();
    }

    /**
     * Does a little of what is to be done.
     *
     * @param layout the last step; told the grids in which controls came or went
     */
    void step(Consumer<Set<Composite>> layout) {
        if (next.isPresent()) {
            next.ifPresent(aim::turnTo);
            next = Optional.empty();
            view.ifPresent(FieldView::refresh);
        } else {
            steps.next(layout);
        }
    }
}
