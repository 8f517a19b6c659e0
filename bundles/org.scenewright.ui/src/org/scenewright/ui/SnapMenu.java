// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.jspecify.annotations.Nullable;
import org.scenewright.render.Snap;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The button beside the snap button that shows the steps of moving, turning and scaling, with the
 * menu that sets them.
 */
final class SnapMenu implements IMenuCreator {

    /** The three steps: what they are called, which are offered, how they are read and written. */
    private enum Step {
        MOVE("Move", " m", List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.0), Snap::metres) {
            @Override
            Snap with(Snap snap, double step) {
                return new Snap(snap.on(), step, snap.degrees(), snap.factor());
            }
        },
        ROTATE("Rotate", "\u00b0", List.of(1.0, 5.0, 15.0, 30.0, 45.0, 90.0), Snap::degrees) {
            @Override
            Snap with(Snap snap, double step) {
                return new Snap(snap.on(), snap.metres(), step, snap.factor());
            }
        },
        SCALE("Scale", "", List.of(0.05, 0.1, 0.25, 0.5, 1.0), Snap::factor) {
            @Override
            Snap with(Snap snap, double step) {
                return new Snap(snap.on(), snap.metres(), snap.degrees(), step);
            }
        };

        private final String label;
        private final String unit;
        private final List<Double> offered;
        private final ToDoubleFunction<Snap> read;

        Step(String label, String unit, List<Double> offered, ToDoubleFunction<Snap> read) {
            this.label = label;
            this.unit = unit;
            this.offered = offered;
            this.read = read;
        }

        abstract Snap with(Snap snap, double step);

        String text(double value) {
            return number(value) + unit;
        }
    }

    private final Viewport viewport;
    private final MenuManager menu = new MenuManager();
    private final Action button =
            new Action("", IAction.AS_DROP_DOWN_MENU) {
                @Override
                public void runWithEvent(Event event) {
                    var item = (ToolItem) event.widget;
                    drop(item, getMenu(item.getParent()));
                }
            };
    private Snap snap = Snap.DEFAULT;

    SnapMenu(Viewport viewport) {
        this.viewport = viewport;
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(
                manager -> {
                    for (var step : Step.values()) {
                        manager.add(steps(step));
                    }
                });
    }

    void show(Snap current) {
        snap = current;
        button.setText(
                Stream.of(Step.values())
                        .map(step -> step.text(step.read.applyAsDouble(snap)))
                        .collect(Collectors.joining(" \u00b7 ")));
    }

    /** The button that shows the steps and opens this menu. */
    ActionContributionItem item() {
        button.setToolTipText("Steps of moving, rotating and scaling while snapping");
        button.setMenuCreator(this);
        show(snap);
        var item = new ActionContributionItem(button);
        item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        return item;
    }

    private static void drop(ToolItem item, Menu below) {
        var bounds = item.getBounds();
        below.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        below.setVisible(true);
    }

    @Override
    public Menu getMenu(Control parent) {
        return menu.createContextMenu(parent);
    }

    @Override
    @SuppressWarnings("null")
    public @Nullable Menu getMenu(Menu parent) {
        return null;
    }

    @Override
    public void dispose() {
        menu.dispose();
    }

    private MenuManager steps(Step step) {
        double current = step.read.applyAsDouble(snap);
        var sub = new MenuManager(step.label + " by " + step.text(current));
        step.offered.forEach(value -> sub.add(choice(step, value, value == current)));
        sub.add(other(step, current));
        return sub;
    }

    private Action choice(Step step, double value, boolean chosen) {
        var action =
                new Action(step.text(value), IAction.AS_RADIO_BUTTON) {
                    @Override
                    public void run() {
                        set(step, value);
                    }
                };
        action.setChecked(chosen);
        return action;
    }

    private Action other(Step step, double current) {
        return new Action("Other…") {
            @Override
            public void run() {
                ask(step, current);
            }
        };
    }

    private void ask(Step step, double current) {
        var dialog =
                new InputDialog(
                        Display.getCurrent().getActiveShell(),
                        "Snapping",
                        step.label
                                + " in steps of"
                                + (step.unit.isBlank() ? "" : " (" + step.unit.strip() + ")")
                                + ":",
                        number(current),
                        SnapMenu::objection);
        if (dialog.open() == Window.OK) {
            set(step, Double.parseDouble(dialog.getValue()));
        }
    }

    private static @Nullable String objection(String text) {
        try {
            return Double.parseDouble(text) > 0 && Double.isFinite(Double.parseDouble(text))
                    ? null
                    : "A step is greater than zero.";
        } catch (NumberFormatException notANumber) {
            return "A number, for example 0.25.";
        }
    }

    private void set(Step step, double value) {
        viewport.change(state -> state.with(step.with(state.snap(), value)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%s", value).replaceAll("\\.0$", "");
    }
}
