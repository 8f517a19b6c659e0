// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The user interface of one scene that runs, on one screen: what it looks like, and what people do
 * to it.
 *
 * <p>Confined to one thread. It is laid out and painted when it is asked for and something changed,
 * and costs nothing else.
 */
public final class Hud {
    private final Elements elements = new Elements();
    private final Letters letters = new Letters();
    private final HudState state = new HudState();
    private final HudPainter painter;
    private final HudPointer pointer;
    private SceneSnapshot scene;
    private List<Element> roots = List.of();
    private List<Placed> placed = List.of();
    private Screen screen = new Screen(0, 0, 1);
    private Sheet sheet = new Sheet(1, 1);
    private boolean isChanged = true;
    private boolean isMoved = true;
    private boolean isStale = true;

    /**
     * @param scene as it is by now
     * @param pictures a picture of the project, where it is loaded
     * @param hearing told on the same thread what people do
     */
    public Hud(
            SceneSnapshot scene,
            Function<AssetSource, Optional<Bitmap>> pictures,
            Consumer<HudEvent> hearing) {
        this.scene = scene;
        painter = new HudPainter(letters, new Backdrops(pictures), state);
        pointer = new HudPointer(state, letters, hearing);
    }

    /** Shows the scene as it is by now. */
    public void show(SceneSnapshot next) {
        scene = next;
        isChanged = true;
    }

    /** Whether the user interface of a scene is another one after changes; any thread. */
    public static boolean concerns(Changes changes) {
        return changes.list().stream().anyMatch(Hud::concerns);
    }

    private static boolean concerns(Change change) {
        return switch (change) {
            case Change.Written written -> Elements.COMPONENTS.contains(written.component());
            case Change.Declared d -> false;
            case Change.Spawned s -> false;
            case Change.Despawned d -> false;
            case Change.Moved m -> false;
            case Change.Configured c -> false;
        };
    }

    /** A picture that may be part of it is loaded. */
    public void loaded() {
        isStale = true;
    }

    /** It is shown on this screen from now on. */
    public void show(Screen on) {
        if (!screen.equals(on)) {
            if (screen.density() != on.density()) {
                letters.density(on.density());
            }
            screen = on;
            isMoved = true;
        }
    }

    private List<Placed> placed() {
        if (isChanged) {
            roots = elements.roots(scene);
        }
        if (isChanged || isMoved) {
            placed =
                    new HudLayout(letters, state.scrolled())
                            .place(roots, screen.width(), screen.height());
            state.show(placed);
            isChanged = false;
            isMoved = false;
            isStale = true;
        }
        return placed;
    }

    /** What is to be laid over the picture of the world; nothing where there is nothing to see. */
    public Optional<Sheet> sheet() {
        var now = placed();
        if (now.isEmpty() || screen.pixelWidth() < 1 || screen.pixelHeight() < 1) {
            return Optional.empty();
        }
        if (isStale) {
            isStale = false;
            painter.paint(fitting(), screen, now);
        }
        return Optional.of(sheet).filter(painted -> !painted.isBlank());
    }

    private Sheet fitting() {
        int width = screen.pixelWidth();
        int height = screen.pixelHeight();
        sheet =
                sheet.width() == width && sheet.height() == height
                        ? sheet
                        : new Sheet(width, height);
        return sheet;
    }

    /** Whether what people type goes to a field of it. */
    public boolean isTyping() {
        return state.focus().isPresent();
    }

    /** Whether it looks different from the last sheet. */
    public boolean isStale() {
        return isStale || isChanged || isMoved;
    }

    /** The pointer is there, in pixels of the layout; whether nothing behind that is reached. */
    public boolean move(double x, double y) {
        return done(pointer.at(placed(), screen).move(x, y));
    }

    /** The pointer is nowhere. */
    public void leave() {
        done(pointer.at(placed(), screen).leave());
    }

    /** The pointer is pressed; whether nothing behind it is. */
    public boolean press(double x, double y) {
        boolean was = isTyping();
        boolean isTaken = done(pointer.at(placed(), screen).press(x, y));
        isStale |= was;
        return isTaken;
    }

    /** The pointer is let go of; whether it was pressed here. */
    public boolean release(double x, double y) {
        return done(pointer.at(placed(), screen).release(x, y));
    }

    /**
     * The wheel turned.
     *
     * @param notches positive away from the person
     */
    public boolean wheel(double x, double y, double notches) {
        boolean isTaken = pointer.at(placed(), screen).wheel(x, y, notches);
        isMoved |= isTaken;
        return isTaken;
    }

    /** Something is typed; whether into a field. */
    public boolean type(String text) {
        return done(pointer.at(placed(), screen).type(text));
    }

    /** A key is pressed; whether in a field. */
    public boolean press(HudKey key) {
        return done(pointer.at(placed(), screen).press(key));
    }

    private boolean done(boolean isTaken) {
        isStale |= pointer.takeChange();
        return isTaken;
    }
}
