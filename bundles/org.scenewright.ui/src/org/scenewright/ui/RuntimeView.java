// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.scenewright.runtime.PlayState;

import java.util.List;
import java.util.Optional;

/** The view that shows how the scene runs which the active editor plays. */
public final class RuntimeView extends ViewPart {
    public static final String ID = "org.scenewright.ui.runtime";

    private static final int REFRESH_MILLIS = 500;
    private static final String NOTHING = "Play a scene to see how it runs.";

    private final Runnable refresh = this::refresh;
    private Optional<Area> shown = Optional.empty();

    /** What is on the screen. */
    private record Area(Label state, CastCombo cast, Figured figures, Figured traffic) {

        void show(String words, Optional<RuntimeFigures> now) {
            if (!state.getText().equals(words)) {
                state.setText(words);
            }
            figures.show(now.map(RuntimeFigures::rows).orElse(List.of()));
            traffic.show(now.map(RuntimeFigures::traffic).orElse(List.of()));
        }
    }

    @Override
    @SuppressWarnings("null")
    public void createPartControl(Composite parent) {
        var layout = new GridLayout(2, false);
        parent.setLayout(layout);
        var state = new Label(parent, SWT.NONE);
        state.setData("id", "runtime.state");
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        var cast = new CastCombo(parent);
        var figures = new Figured(parent, "runtime.figures", List.of("Figure", "Value"));
        var traffic =
                new Figured(parent, "runtime.traffic", List.of("Component", "Messages", "Bytes"));
        shown = Optional.of(new Area(state, cast, figures, traffic));
        refresh();
    }

    /** Again and again, as long as there is something to show it on. */
    private void refresh() {
        shown.filter(now -> !now.state().isDisposed())
                .ifPresent(
                        now -> {
                            show(now);
                            now.state().getDisplay().timerExec(REFRESH_MILLIS, refresh);
                        });
    }

    private void show(Area now) {
        var scene = scene();
        var play = scene.map(OpenScene::play);
        var cast = play.map(ScenePlay::cast).orElse(List.of());
        now.cast().show(cast.stream().map(ScenePlay.Part::title).toList());
        now.show(
                play.flatMap(p -> PlaySign.of(p.state()))
                        .map(
                                sign ->
                                        Notice.plain(scene.orElseThrow().title())
                                                + ": "
                                                + sign.words())
                        .orElse(NOTHING),
                play.filter(p -> !(p.state() instanceof PlayState.Starting))
                        .flatMap(p -> figures(now.cast(), p)));
    }

    private static Optional<RuntimeFigures> figures(CastCombo cast, ScenePlay play) {
        return play.cast().stream()
                .skip(cast.chosen())
                .findFirst()
                .map(part -> new RuntimeFigures(part.play().figures(), play.engine()));
    }

    private Optional<OpenScene> scene() {
        return SceneEditor.active(getSite().getPage());
    }

    @Override
    public void setFocus() {
        shown.ifPresent(now -> now.figures().setFocus());
    }
}
