// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person is in the sheet, who finds himself there again when the fields were made anew, and
 * who is led to a component that he has added; UI thread only.
 */
final class Whereabouts {
    private final ScrolledComposite scroll;
    private Optional<Place> left = Optional.empty();
    private Optional<Control> paused = Optional.empty();
    private Optional<String> awaited = Optional.empty();

    /**
     * @param origin what is scrolled to
     * @param field that has the focus, if one has it
     */
    private record Place(int origin, Optional<Field> field) {}

    /**
     * @param selection of its text
     * @param y from the upper edge of what is seen
     */
    private record Field(Object component, Object path, Point selection, int y) {}

    Whereabouts(ScrolledComposite scroll) {
        this.scroll = scroll;
        scroll.setShowFocusedControl(true);
    }

    /** Remembers where the person is, before controls come and go. */
    void leave() {
        if (left.isEmpty()) {
            left = Optional.of(here());
        }
    }

    private Place here() {
        return new Place(scroll.getOrigin().y, field());
    }

    /** Some is done and some is left to do; until then it is the person who moves the focus. */
    void pause() {
        paused = focused();
    }

    /** Whoever went elsewhere during the pause stays there. */
    void resume() {
        boolean went = focused().filter(now -> !paused.equals(Optional.of(now))).isPresent();
        left = left.map(before -> went ? here() : before);
    }

    /** Whoever looks at something else is not led back. */
    void forget() {
        left = Optional.empty();
        awaited = Optional.empty();
    }

    /** When this component has come, the person is led to it. */
    void await(String component) {
        awaited = Optional.of(component);
    }

    /** All controls are there and laid out. */
    void arrive() {
        left.ifPresent(this::back);
        left = Optional.empty();
        awaited.flatMap(this::section).ifPresent(this::lead);
    }

    private void back(Place place) {
        int origin = place.field().flatMap(this::back).orElse(place.origin());
        if (scroll.getOrigin().y != origin) {
            scroll.setOrigin(0, origin);
        }
    }

    /** Returns the origin with which the field is where it was, whatever came above it. */
    private Optional<Integer> back(Field field) {
        var now = section(field.component()).flatMap(section -> find(section, field.path()));
        now.filter(control -> !control.isFocusControl())
                .ifPresent(control -> focus(control, field.selection()));
        return now.map(control -> scroll.getOrigin().y + y(control) - field.y());
    }

    private static void focus(Control control, Point selection) {
        control.setFocus();
        if (control instanceof Text text) {
            text.setSelection(selection);
        }
    }

    /** From the upper edge of what is seen. */
    private int y(Control control) {
        return control.getDisplay().map(control, scroll, 0, 0).y;
    }

    private void lead(Composite section) {
        awaited = Optional.empty();
        var first = fields(section).filter(Control::isEnabled).findFirst();
        first.orElse(section).setFocus();
        reveal(section);
    }

    /** As much of it as there is room for, and its heading in any case. */
    private void reveal(Composite section) {
        var content = scroll.getContent();
        var at = section.getDisplay().map(section.getParent(), content, section.getBounds());
        int room = scroll.getClientArea().height;
        int now = scroll.getOrigin().y;
        int wanted = Math.min(at.y, Math.max(now, at.y + at.height - room));
        if (wanted != now) {
            scroll.setOrigin(0, wanted);
        }
    }

    private Optional<Field> field() {
        return focused()
                .filter(control -> upwards(control).anyMatch(scroll::equals))
                .filter(control -> control.getData("field") != null)
                .map(this::field);
    }

    private Optional<Control> focused() {
        return Optional.ofNullable(scroll.getDisplay().getFocusControl());
    }

    private Field field(Control control) {
        var component =
                upwards(control)
                        .map(c -> c.getData("component"))
                        .filter(Objects::nonNull)
                        .findFirst();
        var selection = control instanceof Text text ? text.getSelection() : new Point(0, 0);
        return new Field(component.orElse(""), control.getData("field"), selection, y(control));
    }

    private static Stream<Control> upwards(Control control) {
        return Stream.iterate(control, Objects::nonNull, Control::getParent);
    }

    private Optional<Composite> section(Object component) {
        return inside(scroll)
                .filter(c -> component.equals(c.getData("component")))
                .map(Composite.class::cast)
                .findFirst();
    }

    private static Optional<Control> find(Composite section, Object path) {
        return fields(section).filter(c -> path.equals(c.getData("field"))).findFirst();
    }

    private static Stream<Control> fields(Composite section) {
        return inside(section).filter(c -> c.getData("field") != null);
    }

    /** All that is not hidden. */
    private static Stream<Control> inside(Composite box) {
        return Arrays.stream(box.getChildren())
                .filter(Control::getVisible)
                .flatMap(
                        c ->
                                c instanceof Composite inner
                                        ? Stream.concat(Stream.of(c), inside(inner))
                                        : Stream.of(c));
    }
}
