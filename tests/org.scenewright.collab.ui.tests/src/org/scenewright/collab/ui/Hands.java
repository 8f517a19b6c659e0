// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.fail;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Real keys and clicks, also while a dialog has the event loop to itself. */
final class Hands {
    private static final long PATIENCE_NANOS =
            Integer.getInteger("robot.patience", 60) * 1_000_000_000L;

    private final Display display = Display.getCurrent();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Listener menus = this::note;
    private Runnable look = () -> {};
    private Optional<Menu> menu = Optional.empty();
    private boolean isGoing;
    private boolean isArmed;

    Hands() {
        display.addFilter(SWT.Show, menus);
        display.addFilter(SWT.Arm, menus);
    }

    private void note(Event event) {
        if (event.widget instanceof Menu shown) {
            menu = Optional.of(shown);
            isGoing = false;
            isArmed = false;
        }
        // Before that it was the pointer.
        isArmed |= isGoing && event.widget instanceof MenuItem;
    }

    private record Step(BooleanSupplier ready, Runnable action) {}

    void until(String sentence, BooleanSupplier condition) {
        until(sentence, condition, () -> "");
    }

    /**
     * @param instead tells how things stand where they are not as they should
     */
    void until(String sentence, BooleanSupplier condition, Supplier<String> instead) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not in time: %s; %s; %s".formatted(sentence, instead.get(), titles()));
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {});
                display.sleep();
            }
        }
    }

    private List<String> titles() {
        return Stream.of(display.getShells()).map(Shell::getText).toList();
    }

    /** Does something as soon as it can be done, after all that was asked for before. */
    Hands then(BooleanSupplier ready, Runnable action) {
        steps.add(new Step(ready, action));
        return this;
    }

    /** Begins with what was asked for. */
    void start() {
        long end = System.nanoTime() + PATIENCE_NANOS / 2;
        look = () -> look(end);
        display.timerExec(50, look);
    }

    private void look(long end) {
        if (System.nanoTime() > end) {
            steps.clear();
            closeDialogs();
        } else if (!steps.isEmpty()) {
            if (steps.getFirst().ready().getAsBoolean()) {
                steps.removeFirst().action().run();
            }
            display.timerExec(50, look);
        }
    }

    void closeDialogs() {
        for (var shell : display.getShells()) {
            if (!shell.isDisposed() && shell.getParent() != null) {
                shell.close();
            }
        }
    }

    /** Does nothing any more, so that no later test is typed into. */
    void rest() {
        steps.clear();
        display.timerExec(-1, look);
        display.removeFilter(SWT.Show, menus);
        display.removeFilter(SWT.Arm, menus);
        closeDialogs();
    }

    boolean areDone() {
        return steps.isEmpty();
    }

    void x(String... words) {
        try {
            var command = Stream.concat(Stream.of("xdotool"), Stream.of(words)).toList();
            var process = new ProcessBuilder(command).inheritIO().start();
            until("xdotool has ended", () -> !process.isAlive());
        } catch (IOException missing) {
            throw new UncheckedIOException("these tests need xdotool", missing);
        }
    }

    /** Whether a menu is open and goes to an entry by keys, which is a little later. */
    boolean isMenuReady() {
        boolean isOpen = menu.filter(m -> !m.isDisposed() && m.isVisible()).isPresent();
        if (isOpen && !isArmed) {
            isGoing = true;
            x("key", "Down");
        }
        return isOpen && isArmed;
    }

    void click(Control control) {
        var size = control.getSize();
        click(control, size.x / 2, size.y / 2, "1");
    }

    void click(Control control, Rectangle place, String button) {
        click(control, place.x + place.width / 2, place.y + place.height / 2, button);
    }

    void click(Control control, int x, int y, String button) {
        var at = control.toDisplay(new Point(x, y));
        x("mousemove", at.x + "", at.y + "", "sleep", "0.1", "click", button);
    }

    /** Waits until a control stays where it is, as a window does that was just laid out. */
    void rest(Control control) {
        var place = new Point[] {control.toDisplay(0, 0)};
        boolean[] isStill = {false};
        display.timerExec(500, () -> isStill[0] = true);
        until(
                "it stays where it is",
                () -> {
                    var now = control.toDisplay(0, 0);
                    if (!now.equals(place[0])) {
                        place[0] = now;
                        isStill[0] = false;
                        display.timerExec(500, () -> isStill[0] = true);
                    }
                    return isStill[0];
                });
    }

    boolean isActive(String title) {
        return Optional.ofNullable(display.getActiveShell())
                .filter(shell -> shell.getText().equals(title))
                .isPresent();
    }

    /** Gives the keys to a window, and waits until it has them. */
    void activate(Shell shell) {
        until(
                "the window has the keys",
                () -> {
                    boolean hasKeys = display.getActiveShell() == shell;
                    if (!hasKeys) {
                        shell.forceActive();
                    }
                    return hasKeys;
                });
    }

    /** A button that can be pressed. */
    Optional<Button> button(String start) {
        return controls(Button.class)
                .filter(button -> button.getText().replace("&", "").startsWith(start))
                .filter(Control::isEnabled)
                .findFirst();
    }

    /** The visible control that carries an "id". */
    <T extends Control> Optional<T> find(Class<T> type, String id) {
        return controls(type).filter(control -> id.equals(control.getData("id"))).findFirst();
    }

    private <T extends Control> Stream<T> controls(Class<T> type) {
        var found = new ArrayList<Control>();
        for (var shell : display.getShells()) {
            add(shell, found);
        }
        return found.stream().filter(type::isInstance).map(type::cast).filter(Control::isVisible);
    }

    private static void add(Composite parent, List<Control> found) {
        for (var child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                add(inner, found);
            }
        }
    }
}
