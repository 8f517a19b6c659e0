// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A pair of hands: real mouse and key events, and patience until something has happened. */
final class Robot {
    private static final long PATIENCE_NANOS =
            Integer.getInteger("robot.patience", 30) * 1_000_000_000L;

    private final Display display = Display.getCurrent();

    /**
     * Handles events until a condition holds; fails with the sentence when it does not for long.
     */
    void until(String sentence, BooleanSupplier condition) {
        until(() -> sentence, condition);
    }

    /** As the other, with a sentence about how things stand in the end. */
    void until(Supplier<String> sentence, BooleanSupplier condition) {
        until(sentence, condition, PATIENCE_NANOS);
    }

    /** As the other, four times as patiently: for what a process is started for. */
    void untilStarted(Supplier<String> sentence, BooleanSupplier condition) {
        until(sentence, condition, 4 * PATIENCE_NANOS);
    }

    private void until(Supplier<String> sentence, BooleanSupplier condition, long patience) {
        new EventLoop(display).until(sentence, condition, patience);
    }

    /** Handles events until a value is there. */
    <T> T await(String sentence, Supplier<Optional<T>> value) {
        until(sentence, () -> value.get().isPresent());
        return value.get().orElseThrow();
    }

    /** Handles all events that are there now. */
    void settle() {
        boolean[] done = {false};
        display.timerExec(60, () -> done[0] = true);
        until("the timer", () -> done[0]);
    }

    /** Handles what has been handed over to this thread so far. */
    void catchUp() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        until("its turn", () -> done[0]);
    }

    /**
     * Real events of the X server: SWT's own posted mouse events carry no place on GTK.
     *
     * @param words a command of xdotool
     */
    private void x(String... words) {
        try {
            var command = Stream.concat(Stream.of("xdotool"), Stream.of(words)).toList();
            var process = new ProcessBuilder(command).inheritIO().start();
            until("xdotool has ended", () -> !process.isAlive());
        } catch (IOException missing) {
            throw new UncheckedIOException("these tests need xdotool", missing);
        }
        settle();
    }

    void move(Control control, Point point) {
        var place = control.toDisplay(point);
        x("mousemove", String.valueOf(place.x), String.valueOf(place.y));
        until("the pointer is there", () -> display.getCursorLocation().equals(place));
    }

    void down(int button) {
        x("mousedown", String.valueOf(button));
    }

    void up(int button) {
        x("mouseup", String.valueOf(button));
    }

    /** Lets go of all buttons, for the next test. */
    void letGo() {
        up(1);
        up(3);
    }

    /** Does something that opens a menu, and waits for it: until then keys go elsewhere. */
    void openMenu(Runnable task) {
        var shown = new ArrayList<Menu>();
        Listener seen = event -> shown.addAll(menu(event.widget).stream().toList());
        display.addFilter(SWT.Show, seen);
        try {
            task.run();
            until("a menu is open", () -> shown.stream().anyMatch(Robot::isOpen));
        } finally {
            display.removeFilter(SWT.Show, seen);
        }
    }

    private static Optional<Menu> menu(Widget widget) {
        return widget instanceof Menu menu ? Optional.of(menu) : Optional.empty();
    }

    private static boolean isOpen(Menu menu) {
        return !menu.isDisposed() && menu.isVisible();
    }

    /** Does something while control is held. */
    void withControl(Runnable task) {
        hold("ctrl");
        task.run();
        release("ctrl");
    }

    void click(Control control, Point point) {
        move(control, point);
        down(1);
        up(1);
    }

    /** Presses on a point and drags to others, without letting go. */
    void pull(Control control, Point from, Point... way) {
        move(control, from);
        down(1);
        for (var point : way) {
            move(control, point);
        }
    }

    /** Presses on a point, moves to another at the pace of a hand and lets go there. */
    void drag(Control control, Point from, Point to) {
        var start = control.toDisplay(from);
        var end = control.toDisplay(to);
        var words =
                new ArrayList<>(List.of("mousemove", start.x + "", start.y + "", "sleep", "0.1"));
        words.addAll(List.of("mousedown", "1", "sleep", "0.1"));
        for (int step = 1; step <= 8; step++) {
            int x = start.x + (end.x - start.x) * step / 8;
            int y = start.y + (end.y - start.y) * step / 8;
            words.addAll(List.of("mousemove", x + "", y + "", "sleep", "0.1"));
        }
        words.addAll(List.of("mousemove_relative", "1", "0", "sleep", "0.3", "mouseup", "1"));
        x(words.toArray(String[]::new));
    }

    /** Presses on a point and moves on at once, since trees wait half a second for a drag. */
    void lift(Control control, Point from) {
        var start = control.toDisplay(from);
        var words =
                new ArrayList<>(List.of("mousemove", start.x + "", start.y + "", "sleep", "0.1"));
        words.addAll(List.of("mousedown", "1"));
        for (int step = 1; step <= 6; step++) {
            words.addAll(List.of("sleep", "0.05", "mousemove"));
            words.addAll(List.of(start.x + 4 * step + "", start.y + 2 * step + ""));
        }
        x(words.toArray(String[]::new));
    }

    /** Presses a key by the name that X has for it. */
    void press(String key) {
        x("key", key);
    }

    void hold(String key) {
        x("keydown", key);
    }

    void release(String key) {
        x("keyup", key);
    }

    void type(String text) {
        x("type", text);
    }

    /**
     * Presses a button of the next dialog with a title, as soon as it opens; to be called before it
     * does.
     */
    Answer answer(String title, String button) {
        return answer(title, shell -> button(shell, button));
    }

    /** As the other, with the button that Enter presses. */
    Answer enter(String title) {
        return answer(title, shell -> Optional.ofNullable(shell.getDefaultButton()));
    }

    private Answer answer(String title, Function<Shell, Optional<Button>> button) {
        var answer = new Answer(title, button);
        answer.look();
        return answer;
    }

    /** Does something in the next dialog with a title, which holds up whoever opens it. */
    void within(String title, Runnable task) {
        var active = Optional.ofNullable(display.getActiveShell()).map(Shell::getText);
        if (active.filter(title::equals).isPresent()) {
            task.run();
        } else {
            display.timerExec(50, () -> within(title, task));
        }
    }

    /** Waits for a dialog and presses one of its buttons. */
    final class Answer {
        private final String title;
        private final Function<Shell, Optional<Button>> button;
        private boolean given;

        private Answer(String title, Function<Shell, Optional<Button>> button) {
            this.title = title;
            this.button = button;
        }

        boolean given() {
            return given;
        }

        private void look() {
            dialog().flatMap(button)
                    .ifPresentOrElse(this::push, () -> display.timerExec(50, this::look));
        }

        private Optional<Shell> dialog() {
            return List.of(display.getShells()).stream()
                    .filter(shell -> shell.getText().equals(title))
                    .findFirst();
        }

        private void push(Button found) {
            given = true;
            found.notifyListeners(SWT.Selection, new Event());
        }
    }

    private static Optional<Button> button(Shell shell, String label) {
        return all(shell).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(found -> found.getText().replace("&", "").equals(label))
                .findFirst();
    }

    /** Gives a control the focus, and its window where another one has been left with it. */
    void focus(Control control) {
        until(
                () -> control + " has not the focus but " + control.getDisplay().getFocusControl(),
                () -> {
                    if (control.getDisplay().getActiveShell() != control.getShell()) {
                        control.getShell().forceActive();
                    }
                    control.setFocus();
                    return control.isFocusControl();
                });
    }

    /** The control that carries an "id". */
    static <T extends Control> Optional<T> find(Class<T> type, String id) {
        return find(type, "id", id);
    }

    /** The control of a field of the Properties view by its path. */
    static <T extends Control> Optional<T> field(Class<T> type, String path) {
        return find(type, "field", path);
    }

    private static <T extends Control> Optional<T> find(Class<T> type, String key, String value) {
        return List.of(Display.getCurrent().getShells()).stream()
                .flatMap(shell -> all(shell).stream())
                .filter(control -> value.equals(control.getData(key)) && control.isVisible())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** A control of one window. */
    static <T extends Control> Optional<T> find(Class<T> type, String id, Shell window) {
        return all(window).stream()
                .filter(control -> id.equals(control.getData("id")))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** The item of a tool bar of a window whose tip begins like that. */
    static Optional<ToolItem> tool(Shell window, String tip) {
        return all(window).stream()
                .filter(ToolBar.class::isInstance)
                .flatMap(bar -> Stream.of(((ToolBar) bar).getItems()))
                .filter(item -> String.valueOf(item.getToolTipText()).startsWith(tip))
                .findFirst();
    }

    /** Whether a text can be read somewhere. */
    static boolean shows(String text) {
        return List.of(Display.getCurrent().getShells()).stream()
                .flatMap(shell -> all(shell).stream())
                .filter(Control::isVisible)
                .anyMatch(
                        control ->
                                control instanceof Label label && label.getText().equals(text)
                                        || control instanceof CLabel line
                                                && line.getText().equals(text));
    }

    private static List<Control> all(Composite composite) {
        var found = new ArrayList<Control>();
        for (var child : composite.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }
}
