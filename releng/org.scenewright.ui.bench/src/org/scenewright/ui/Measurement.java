// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.scenewright.crdt.Entity;
import org.scenewright.render.jogl.JoglDevice;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Opens a scene in this workbench, measures what its user feels, writes the figures as one line of
 * JSON and ends the workbench; runs on a thread of its own, so that the UI thread does nothing but
 * what it always does.
 *
 * @param name open, frame, edit, sheet or stage
 */
record Measurement(String name, Path scene, Path result, UiThread ui) implements Runnable {
    private static final long DEADLINE = TimeUnit.MINUTES.toNanos(3);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int WARM_UP = 60;
    private static final int STEPS = 240;

    @Override
    public void run() {
        try {
            Files.writeString(
                    result, ValueJson.print(new Value.Fields(new LinkedHashMap<>(measure()))));
        } catch (IOException | RuntimeException failure) {
            System.getLogger(Measurement.class.getName())
                    .log(System.Logger.Level.ERROR, "Nothing measured", failure);
        }
        ui.execute(() -> PlatformUI.getWorkbench().close());
    }

    private Map<String, Value> measure() {
        // JVM, workbench and GL are up before the clock starts.
        var started = new CompletableFuture<Optional<JoglDevice>>();
        var graphics = onUi(() -> GraphicsFactory.of(PlatformUI.getWorkbench()));
        graphics.submit(() -> started.complete(graphics.card()));
        started.join().orElseThrow();
        onUi(this::showPerspective);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        var opened = open();
        return switch (name) {
            case "open" -> opened;
            case "frame" -> frames();
            case "edit" -> edits();
            case "sheet" -> onUi(() -> PaintedSheet.of(this, page(), openScene())).measure();
            case "stage" -> onUi(() -> new PlayedScene(this, openScene(), pane())).measure();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Map<String, Value> open() {
        try (var heartbeat = new Heartbeat(ui)) {
            long start = System.nanoTime();
            onUi(
                    () -> {
                        SceneOpener.open(scene, window(), false);
                        return true;
                    });
            waitFor(
                    () ->
                            picture().filter(shown -> !shown.frame().incomplete()).isPresent()
                                    && !isLoading());
            double millis = (System.nanoTime() - start) / 1e6;
            // What comes after the first picture (outline, properties, markers) must not block
            // either.
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            return Map.of(
                    "openMs",
                    Value.of(millis),
                    "heapMb",
                    Value.of(heapMb()),
                    "uiBlockMs",
                    Value.of(heartbeat.longestMillis()));
        }
    }

    private boolean showPerspective() {
        try {
            window().getWorkbench().showPerspective(ScenePerspective.ID, window());
            return true;
        } catch (WorkbenchException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isLoading() {
        return !openScene().assets().settled().isDone();
    }

    private static double heapMb() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Orbits with the mouse, one step per picture. */
    private Map<String, Value> frames() {
        resize();
        onUi(() -> pointer(SWT.MouseDown, WIDTH / 2));
        for (int i = 0; i < WARM_UP; i++) {
            step(i);
        }
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        double scale = 0;
        for (int i = 0; i < STEPS; i++) {
            scale += step(WARM_UP + i).quality().scale();
        }
        double cpuMillis = (cpuNanos() - cpu) / 1e6 / STEPS;
        double wallMillis = (System.nanoTime() - wall) / 1e6 / STEPS;
        int calls = picture().orElseThrow().frame().drawCalls();
        return Map.of(
                "cpuMs",
                Value.of(cpuMillis),
                "wallMs",
                Value.of(wallMillis),
                "scale",
                Value.of(scale / STEPS),
                "drawCalls",
                Value.of(calls));
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private Picture step(int i) {
        var before = picture();
        onUi(() -> pointer(SWT.MouseMove, WIDTH / 2 + 3 * (i + 1)));
        waitFor(() -> !picture().equals(before));
        return picture().orElseThrow();
    }

    /** Alt and the left button turn the camera. */
    private boolean pointer(int type, int x) {
        var event = new Event();
        event.x = x;
        event.y = HEIGHT / 2;
        event.button = 1;
        event.count = 1;
        event.stateMask = SWT.ALT | (type == SWT.MouseMove ? SWT.BUTTON1 : 0);
        pane().canvas().control().notifyListeners(type, event);
        return true;
    }

    /** Steps of a drag, each from the edit to the picture that shows it. */
    private Map<String, Value> edits() {
        resize();
        var session = onUi(Measurement::openScene).session();
        var entity =
                session.snapshot().entities().stream()
                        .filter(e -> !e.isReserved())
                        .findFirst()
                        .orElseThrow();
        onUi(
                () -> {
                    openScene().select(List.of(entity));
                    return true;
                });
        var origin = Origin.gesture(session.newGesture());
        var millis = new double[STEPS];
        for (int i = -WARM_UP; i < STEPS; i++) {
            long start = System.nanoTime();
            session.post(edit(entity, i), origin).join();
            long revision = session.snapshot().revision();
            waitFor(() -> picture().orElseThrow().revision() >= revision);
            millis[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        // Nothing was meant to be kept, and an unsaved editor would ask before the workbench ends.
        session.revert().join();
        waitFor(() -> !desk().orElseThrow().isDirty());
        return Map.of(
                "p50Ms", Value.of(millis[STEPS / 2]), "p99Ms", Value.of(millis[STEPS * 99 / 100]));
    }

    private static Edit edit(Entity entity, int step) {
        return new Edit.Set(
                entity,
                "core::Transform",
                FieldPath.parse("position.x"),
                Value.of(8 + step * 0.01));
    }

    /** Makes the viewport as large as every figure says. */
    private void resize() {
        onUi(
                () -> {
                    var page = page();
                    page.setPartState(
                            page.getActivePartReference(), IWorkbenchPage.STATE_MAXIMIZED);
                    return true;
                });
        waitFor(
                () -> {
                    var size = pane().canvas().control().getSize();
                    var shell = window().getShell();
                    boolean fits = size.x == WIDTH && size.y == HEIGHT;
                    if (!fits) {
                        var outer = shell.getSize();
                        shell.setMaximized(false);
                        shell.setSize(outer.x + WIDTH - size.x, outer.y + HEIGHT - size.y);
                    }
                    return fits
                            && picture()
                                    .filter(shown -> shown.frame().width() == WIDTH)
                                    .isPresent();
                });
        waitFor(() -> picture().orElseThrow().fine());
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    private static IWorkbenchPage page() {
        return Optional.ofNullable(window().getActivePage()).orElseThrow();
    }

    private static Optional<SceneDesk> desk() {
        return page().getActiveEditor() instanceof SceneEditor editor
                ? Optional.of(editor.desk())
                : Optional.empty();
    }

    private static OpenScene openScene() {
        return desk().orElseThrow().scene().orElseThrow();
    }

    private static ViewportPane pane() {
        return desk().flatMap(SceneDesk::pane).orElseThrow();
    }

    private static Optional<Picture> picture() {
        return desk().flatMap(SceneDesk::pane).flatMap(pane -> pane.canvas().picture());
    }

    <T> T onUi(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, ui).join();
    }

    void waitFor(Supplier<Boolean> condition) {
        long end = System.nanoTime() + DEADLINE;
        while (!onUi(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("gave up waiting while measuring " + name);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
