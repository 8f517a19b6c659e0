// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.PlayState;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The toolbar above a viewport, and the same actions as commands that keys can be bound to. */
final class ViewportBar {
    private final Viewport viewport;
    private final IServiceLocator site;
    private final ToolBarManager bar =
            new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL | SWT.RIGHT | SWT.WRAP);
    private final Map<ViewportAction, Action> buttons = new EnumMap<>(ViewportAction.class);
    private final SnapMenu snaps;
    private final PlayButtons play = new PlayButtons();

    ViewportBar(Viewport viewport, IServiceLocator site) {
        this.viewport = viewport;
        this.site = site;
        this.snaps = new SnapMenu(viewport);
        var handlers = site.getService(IHandlerService.class);
        for (var action : ViewportAction.values()) {
            buttons.put(action, button(action));
            handlers.activateHandler(action.command(), handler(action));
        }
    }

    Control create(Composite parent, SceneActions actions) {
        play.addTo(bar, actions);
        bar.add(buttons.get(ViewportAction.WALK));
        bar.add(new Separator());
        add(
                ViewportAction.SELECT,
                ViewportAction.MOVE,
                ViewportAction.ROTATE,
                ViewportAction.SCALE);
        add(ViewportAction.AXES);
        bar.add(buttons.get(ViewportAction.SNAP));
        bar.add(snaps.item());
        bar.add(new Separator());
        add(
                ViewportAction.COLLIDERS,
                ViewportAction.GRID,
                ViewportAction.ICONS,
                ViewportAction.HUD);
        bar.add(framing(actions.get("frame")));
        bar.add(buttons.get(ViewportAction.HOME));
        var control = bar.createControl(parent);
        control.setData("id", "viewport.tools");
        return control;
    }

    private void add(ViewportAction... group) {
        for (var action : group) {
            bar.add(buttons.get(action));
        }
        bar.add(new Separator());
    }

    private Action framing(IAction frame) {
        var button =
                new Action("Frame the selection") {
                    @Override
                    public void run() {
                        frame.run();
                    }
                };
        icon(button, "frame");
        button.setToolTipText(withKey("Frame the selection", SceneActions.PREFIX + "frame"));
        return button;
    }

    private Action button(ViewportAction action) {
        var button =
                new Action(action.label(), action.style()) {
                    @Override
                    public void run() {
                        action.run(viewport);
                    }
                };
        button.setId(action.command());
        icon(button, action.icon());
        button.setToolTipText(withKey(action.label(), action.command()));
        return button;
    }

    /** These buttons are never disabled; without an icon for that JFace would draw one. */
    private static void icon(Action button, String name) {
        button.setImageDescriptor(Icons.descriptor(name));
        button.setDisabledImageDescriptor(Icons.descriptor(name));
    }

    /** A label with the keys that are bound to its command at the moment. */
    private String withKey(String label, String command) {
        var keys = site.getService(IBindingService.class).getBestActiveBindingFormattedFor(command);
        return keys == null ? label : label + " (" + keys + ")";
    }

    private IHandler handler(ViewportAction action) {
        return new AbstractHandler() {
            @Override
            @SuppressWarnings("null")
            public @Nullable Object execute(ExecutionEvent event) {
                action.run(viewport);
                return null;
            }
        };
    }

    /** Presses the buttons in or out as the viewport says. */
    void show(ViewportState state) {
        buttons.forEach((action, button) -> button.setChecked(action.isPressed(state)));
        snaps.show(state.snap());
        bar.update(true);
        // Other steps are other words, which take other room.
        Optional.ofNullable(bar.getControl()).ifPresent(Control::requestLayout);
    }

    /** Shows what can be done about what is played. */
    void show(PlayState state) {
        play.show(state);
        boolean isOn = state instanceof PlayState.Playing || state instanceof PlayState.Paused;
        buttons.get(ViewportAction.WALK).setEnabled(isOn);
        bar.update(true);
    }

    void dispose() {
        bar.dispose();
    }
}
