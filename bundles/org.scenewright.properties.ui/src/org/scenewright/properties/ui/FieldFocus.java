// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells those who share a scene which field the person here has at hand, and hears of theirs; UI
 * thread, where nothing else is said.
 */
final class FieldFocus implements AutoCloseable {
    private final Composite sheet;
    private final Display display;
    private final Runnable others;
    private final Listener focus = this::focused;
    private Optional<SceneSession> session = Optional.empty();
    private Optional<Registration> link = Optional.empty();

    /** The field that somebody else has at hand, and what they drag. */
    private record Theirs(
            String name, int color, Optional<Presence.Editing> field, List<Entity> held) {
        static Theirs of(Participant other) {
            var presence = other.presence();
            return new Theirs(other.name(), other.color(), presence.editing(), presence.holding());
        }

        boolean isAnything() {
            return field.isPresent() || !held.isEmpty();
        }
    }

    /** What others had at hand in one scene; one news after the other, on any thread. */
    private final class Watch {
        // Nothing before any was heard, when the sheet may show some already.
        private Optional<List<Theirs>> seen = Optional.empty();

        void heard(List<Participant> present) {
            var now =
                    Optional.of(
                            present.stream().map(Theirs::of).filter(Theirs::isAnything).toList());
            if (!now.equals(seen)) {
                seen = now;
                others.run();
            }
        }
    }

    /**
     * @param others called when others have other fields at hand, on any thread
     */
    FieldFocus(Composite sheet, Runnable others) {
        this.sheet = sheet;
        this.others = others;
        display = sheet.getDisplay();
        display.addFilter(SWT.FocusIn, focus);
    }

    /** From now on the fields are those of another scene. */
    void follow(Optional<SceneSession> next) {
        if (!next.equals(session)) {
            leave();
            session = next;
            link = awareness().map(a -> a.onOthers(new Watch()::heard));
        }
    }

    private Optional<Awareness> awareness() {
        return session.map(open -> open.sharing().awareness());
    }

    private void leave() {
        link.ifPresent(Registration::close);
        tell(Optional.empty());
    }

    private void focused(Event event) {
        if (event.widget instanceof Control control) {
            tell(
                    isInside(control)
                            ? Mark.of(control).flatMap(FieldFocus::place)
                            : Optional.empty());
        }
    }

    private boolean isInside(Control control) {
        return Stream.<Control>iterate(control, c -> c != null, Control::getParent)
                .anyMatch(c -> c == sheet);
    }

    private static Optional<Presence.Editing> place(Mark mark) {
        return mark.slot().subject().atHand(mark.slot().path());
    }

    private void tell(Optional<Presence.Editing> field) {
        awareness().ifPresent(all -> all.mine(me -> me.withEditing(field)));
    }

    @Override
    public void close() {
        leave();
        session = Optional.empty();
        if (!display.isDisposed()) {
            display.removeFilter(SWT.FocusIn, focus);
        }
    }
}
