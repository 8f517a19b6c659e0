// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;
import org.scenewright.render.Port;
import org.scenewright.render.Strays;
import org.scenewright.render.ViewOptions;
import org.scenewright.runtime.Registration;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A viewport with its toolbar in an editor, or the reason why there is none; UI thread. */
final class ViewportPane implements Viewport.Screen, AutoCloseable {
    private final OpenScene scene;
    private final ViewportHabits habits = ViewportHabits.ofWorkspace();
    private final Composite area;
    private final ViewportCanvas canvas;
    private final Viewport viewport;
    private final ViewportBar bar;
    private final Figures figures;
    private final Meter meter;
    private final Composite tools;
    private final PlayTip tip;
    private final Notice notice;
    private final ViewportKeys keys;
    private final Registration selection;
    private final Registration framing;
    private final Registration playing;
    private final Registration limits;
    private Strays strays = Strays.NONE;
    private long drawn;
    private Optional<ViewportState> state = Optional.empty();
    private Optional<ViewOptions.Theme> theme = Optional.empty();

    ViewportPane(Composite parent, OpenScene scene, Graphics graphics, Lent lent) {
        this.scene = scene;
        area = new Composite(parent, SWT.NONE);
        area.setLayout(tight());
        viewport = new Viewport(scene, graphics, this);
        bar = new ViewportBar(viewport, lent.site());
        tools = new Composite(area, SWT.NONE);
        tools.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var buttons = bar.create(tools, lent.actions());
        var beside = Figures.area(tools);
        figures = new Figures(beside);
        meter = new Meter(beside, scene);
        tools.setLayout(new BarLayout(buttons, beside));
        canvas = new ViewportCanvas(area, viewport::size);
        canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tip = new PlayTip(scene, canvas);
        notice =
                new Notice(area, "").with(new Banner.Remedy("Try Again", viewport::retry)).hidden();
        keys = equip(canvas.control(), lent);
        selection = scene.watch(chosen -> viewport.select(new HashSet<>(chosen)));
        framing = scene.onFrame(viewport::frameSelection);
        playing = scene.play().watch(this::sign);
        limits = scene.limits().watch(this::mark);
        scene.onGaze(viewport::gaze);
        viewport.change(habits::applyTo);
        mark(scene.limits().now());
        viewport.select(new HashSet<>(scene.selected()));
        scene.ui().then(graphics.missing(), this::failed);
    }

    /** What the editor around a viewport lends it. */
    record Lent(IEditorSite site, SceneActions actions) {}

    private static Runnable runs(Lent lent, String action) {
        return () -> lent.actions().get(action).run();
    }

    private static GridLayout tight() {
        var layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    /** Shows what leaves the space of the scene. */
    private void mark(Findings found) {
        if (!found.strays().equals(strays)) {
            strays = found.strays();
            var marked = strays.entities();
            viewport.with(stage -> stage.view().strays(marked));
        }
        if (found.triangles().isPresent()) {
            count();
        }
    }

    /** The document has what its limits say, whatever is drawn in place of what is missing. */
    private void count() {
        var limited = scene.limits().now().triangles();
        figures.show(scene.play().isOn() ? drawn : limited.orElse(drawn), scene.count());
    }

    private void sign() {
        var now = scene.play().state();
        canvas.sign(PlaySign.of(now));
        bar.show(now);
    }

    private ViewportKeys equip(Canvas control, Lent lent) {
        var site = lent.site();
        new PointerInput(control, viewport::input);
        new TypingInput(control, viewport);
        lent.actions().follow(control);
        var menu = new EntityMenu(scene, lent.actions(), lent.actions().get(ActionFactory.RENAME));
        site.registerContextMenu(EntityMenu.ID, menu.manager(), site.getSelectionProvider(), false);
        ViewportDrop.onto(control, scene, viewport, site);
        control.addListener(SWT.Paint, event -> follow(theme()));
        var kept =
                Stream.of("play", "pause", "step")
                        .collect(
                                Collectors.toMap(
                                        SceneActions.PREFIX::concat, name -> runs(lent, name)));
        var own = new ViewportKeys(control, site, kept);
        new ViewportMenu(scene, viewport, own, menu);
        return own;
    }

    /** The backdrop goes with the theme of the workbench, also when that changes. */
    private void follow(ViewOptions.Theme now) {
        if (!theme.equals(Optional.of(now))) {
            theme = Optional.of(now);
            viewport.change(shown -> shown.with(shown.options().withTheme(now)));
        }
    }

    private ViewOptions.Theme theme() {
        float[] hsb = area.getBackground().getRGB().getHSB();
        return hsb[2] < 0.5f ? ViewOptions.Theme.DARK : ViewOptions.Theme.LIGHT;
    }

    @Override
    public void failed(String sentence) {
        if (!area.isDisposed()) {
            notice.say("The scene cannot be drawn here, but everything else works.\n\n" + sentence);
            draws(false);
        }
    }

    /** Shows either the viewport or the notice. */
    private void draws(boolean isDrawn) {
        notice.show(!isDrawn);
        Shown.set(tools, isDrawn);
        Shown.set(canvas.control(), isDrawn);
    }

    ViewportCanvas canvas() {
        return canvas;
    }

    PlayTip tip() {
        return tip;
    }

    Optional<ViewportState> state() {
        return state;
    }

    void setFocus() {
        if (!area.isDisposed() && !canvas.control().setFocus()) {
            area.setFocus();
        }
    }

    @Override
    public void show(Picture picture) {
        canvas.show(picture);
        if (!area.isDisposed()) {
            draws(true);
        }
        if (picture.fine()) {
            drawn = picture.triangles();
            count();
        }
    }

    @Override
    public void cursor(Port.Cursor cursor) {
        canvas.cursor(cursor);
    }

    @Override
    public void state(ViewportState now) {
        boolean chosen = state.isPresent();
        state = Optional.of(now);
        if (!area.isDisposed()) {
            bar.show(now);
            keys.walk(now.walks());
            keys.type(now.types());
        }
        if (chosen) {
            habits.keep(now);
        }
    }

    @Override
    public void close() {
        selection.close();
        framing.close();
        playing.close();
        limits.close();
        meter.close();
        tip.close();
        viewport.close();
        bar.dispose();
        area.dispose();
    }
}
