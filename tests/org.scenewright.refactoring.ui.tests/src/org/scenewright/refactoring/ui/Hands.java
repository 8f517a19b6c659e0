// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.fail;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Real keys and clicks, also while a dialog has the event loop to itself. */
final class Hands {
    private static final long PATIENCE_NANOS =
            Integer.getInteger("robot.patience", 60) * 1_000_000_000L;

    private final Display display = Display.getCurrent();
    private final Deque<Step> steps = new ArrayDeque<>();

    private Runnable look = () -> {};

    private record Step(BooleanSupplier ready, Runnable action) {}

    void until(String sentence, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not in time: " + sentence + "; windows: " + titles());
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {});
                display.sleep();
            }
        }
    }

    /** Does what is due, so that everything is where it will be. */
    void settle() {
        boolean isMore = true;
        while (isMore) {
            isMore = display.readAndDispatch();
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

    /**
     * Gives up after a while, also when all is typed: a dialog that did not hear it keeps the test
     * from going on.
     */
    private void look(long end) {
        if (System.nanoTime() > end) {
            steps.clear();
            closeDialogs();
        } else {
            if (!steps.isEmpty() && steps.getFirst().ready().getAsBoolean()) {
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
    }

    boolean areDone() {
        return steps.isEmpty();
    }

    void x(String... words) {
        try {
            var command = Stream.concat(Stream.of("xdotool"), Stream.of(words)).toList();
            new ProcessBuilder(command).inheritIO().start();
        } catch (IOException missing) {
            throw new UncheckedIOException("these tests need xdotool", missing);
        }
    }

    void click(Control control) {
        var size = control.getSize();
        var at = control.toDisplay(new Point(size.x / 2, size.y / 2));
        x("mousemove", at.x + "", at.y + "", "sleep", "0.1", "click", "1");
    }

    /** Presses a button of the mouse, with what xdotool says of how. */
    void clickAt(Control control, Rectangle place, String... how) {
        var at = control.toDisplay(place.x + place.width / 2, place.y + place.height / 2);
        var move = Stream.of("mousemove", at.x + "", at.y + "", "sleep", "0.1", "click");
        x(Stream.concat(move, Stream.of(how)).toArray(String[]::new));
    }

    boolean isOpen(String title) {
        return Stream.of(display.getShells()).anyMatch(shell -> shell.getText().equals(title));
    }

    /** Whether a dialog has the keys that takes Enter for an answer. */
    boolean isAsked() {
        return Optional.ofNullable(display.getActiveShell())
                .filter(shell -> shell.getParent() != null && shell.getDefaultButton() != null)
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

    boolean isActive(String title) {
        return Optional.ofNullable(display.getActiveShell())
                .filter(shell -> shell.getText().equals(title))
                .isPresent();
    }

    Optional<Button> button(String start) {
        return controls(Button.class)
                .filter(button -> button.getText().replace("&", "").startsWith(start))
                .filter(Control::isEnabled)
                .findFirst();
    }

    /** What is in the box that gets the keys. */
    String typed() {
        return display.getFocusControl() instanceof Text text ? text.getText() : "";
    }

    /** What is selected there. */
    String selected() {
        return display.getFocusControl() instanceof Text text ? text.getSelectionText() : "";
    }

    Stream<Label> labels() {
        return controls(Label.class);
    }

    Table table(String id) {
        return tables(id).findFirst().orElseThrow();
    }

    /** What a box says; empty where there is none. */
    String text(String id) {
        return controls(Text.class)
                .filter(text -> id.equals(text.getData("id")))
                .map(Text::getText)
                .findFirst()
                .orElse("");
    }

    boolean lists(String id, int rows) {
        return tables(id).anyMatch(table -> table.getItemCount() == rows);
    }

    private Stream<Table> tables(String id) {
        return controls(Table.class).filter(table -> id.equals(table.getData("id")));
    }

    /** Whether the window that gets the keys has a table with a row that begins so. */
    boolean shows(String start) {
        return controls(Table.class)
                .filter(table -> table.getShell() == display.getActiveShell())
                .flatMap(table -> Arrays.stream(table.getItems()))
                .anyMatch(item -> item.getText().startsWith(start));
    }

    /** Whether a tree in the window that gets the keys has such an item somewhere. */
    boolean showsItem(String text) {
        return controls(Tree.class)
                .filter(tree -> tree.getShell() == display.getActiveShell())
                .flatMap(tree -> Arrays.stream(tree.getItems()))
                .anyMatch(item -> has(item, text));
    }

    private static boolean has(TreeItem item, String text) {
        return item.getText().contains(text)
                || Arrays.stream(item.getItems()).anyMatch(child -> has(child, text));
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
