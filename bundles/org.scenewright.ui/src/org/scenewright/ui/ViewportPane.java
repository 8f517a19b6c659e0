// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.services.IServiceLocator;
import org.scenewright.render.Port;
import org.scenewright.render.ViewOptions;
import org.scenewright.runtime.Registration;

import java.util.HashSet;
import java.util.Optional;

/** A viewport with its toolbar in an editor, or the reason why there is none; UI thread. */
final class ViewportPane implements Viewport.Screen, AutoCloseable {
    private final OpenScene scene;
    private final Composite area;
    private final ViewportCanvas canvas;
    private final Viewport viewport;
    private final ViewportBar bar;
    private final Label figures;
    private final Registration selection;
    private final Registration framing;
    private Optional<ViewportState> state = Optional.empty();

    ViewportPane(Composite parent, OpenScene scene, Graphics graphics, Tools tools) {
        this.scene = scene;
        area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        viewport = new Viewport(scene, graphics, this);
        bar = new ViewportBar(viewport, tools.site());
        bar.create(area, tools.actions().get("frame"))
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        figures = new Label(area, SWT.RIGHT);
        figures.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        canvas = new ViewportCanvas(area, viewport::size);
        canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        new PointerInput(canvas.control(), viewport::input);
        new ViewportKeys(canvas.control(), tools.site().getService(IContextService.class));
        selection = scene.watch(chosen -> viewport.select(new HashSet<>(chosen)));
        framing = scene.onFrame(viewport::frameSelection);
        var theme = theme();
        viewport.change(first -> first.with(first.options().withTheme(theme)));
        viewport.select(new HashSet<>(scene.selected()));
        scene.ui().then(graphics.missing(), this::missing);
    }

    /** What the editor around a viewport lends it. */
    record Tools(IServiceLocator site, SceneActions actions) {}

    /** The backdrop goes with the theme of the workbench. */
    private ViewOptions.Theme theme() {
        float[] hsb = area.getBackground().getRGB().getHSB();
        return hsb[2] < 0.5f ? ViewOptions.Theme.DARK : ViewOptions.Theme.LIGHT;
    }

    private void missing(String sentence) {
        if (!area.isDisposed()) {
            for (var child : area.getChildren()) {
                child.dispose();
            }
            var notice =
                    new Notice(
                            area,
                            "The scene cannot be drawn here, but everything else works.\n\n"
                                    + sentence);
            notice.fill();
            area.layout();
        }
    }

    ViewportCanvas canvas() {
        return canvas;
    }

    Optional<ViewportState> state() {
        return state;
    }

    void setFocus() {
        if (!canvas.control().isDisposed()) {
            canvas.control().setFocus();
        } else {
            area.setFocus();
        }
    }

    @Override
    public void show(Picture picture) {
        canvas.show(picture);
        if (!figures.isDisposed() && picture.fine()) {
            figures.setText(
                    Counted.triangles(picture.frame().triangles())
                            + " \u00b7 "
                            + Counted.entities(scene.snapshot().size() - 1)
                            + "  ");
            figures.requestLayout();
        }
    }

    @Override
    public void cursor(Port.Cursor cursor) {
        canvas.cursor(cursor);
    }

    @Override
    public void state(ViewportState now) {
        state = Optional.of(now);
        if (!area.isDisposed()) {
            bar.show(now);
        }
    }

    @Override
    public void close() {
        selection.close();
        framing.close();
        viewport.close();
        bar.dispose();
        area.dispose();
    }
}
