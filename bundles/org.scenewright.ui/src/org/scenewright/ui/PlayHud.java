// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Loading;
import org.scenewright.hud.Hud;
import org.scenewright.hud.HudEvent;
import org.scenewright.hud.HudKey;
import org.scenewright.hud.Screen;
import org.scenewright.render.Camera;
import org.scenewright.render.InputEvent;
import org.scenewright.render.jogl.Frame;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user interface of a running scene over the pictures of its world: what the pointer does on
 * it, nothing behind it hears of. GL thread.
 */
final class PlayHud implements PlayInput {
    private final Play play;
    private final AssetLibrary assets;
    private final ScenePhysics physics;
    private final Runnable heard;
    private final AtomicBoolean isOld = new AtomicBoolean(true);
    private final Hud hud;
    private boolean isPending;
    private boolean isDragged;

    /**
     * @param heard called when the scene is told something
     */
    PlayHud(Play play, AssetLibrary assets, ScenePhysics physics, Runnable heard) {
        this.play = play;
        this.assets = assets;
        this.physics = physics;
        this.heard = heard;
        hud = new Hud(SceneSnapshot.empty(ComponentTypes.of(List.of())), this::picture, this::tell);
        // Ends with the scene.
        play.link(new PlayLink(play, (of, snapshot, changes) -> note(Hud.concerns(changes))));
    }

    /** Called on the thread of the frames; the scene is read when a picture is drawn. */
    private void note(boolean concerns) {
        if (concerns) {
            isOld.set(true);
        }
    }

    private Optional<Bitmap> picture(AssetSource source) {
        var loading = assets.picture(source);
        isPending |= loading instanceof Loading.Pending;
        return loading.ready();
    }

    private void tell(HudEvent event) {
        switch (event) {
            case HudEvent.Touched(var entity, var touch) ->
                    physics.touch(play, entity, touch.ordinal());
            case HudEvent.Typed(var entity, var text, var isDone) -> {
                var result = Value.fields("value", Value.of(text));
                var whole = result.with(FieldPath.of("isSubmit"), Value.of(isDone));
                physics.reply(play, entity, "core::UiInputResult", whole);
            }
            case HudEvent.Chosen(var entity, var option) -> {
                var result = Value.fields("value", Value.of(option));
                physics.reply(play, entity, "core::UiDropdownResult", result);
            }
        }
        heard.run();
    }

    private static float density(Viewport.PixelSize size) {
        return size.zoom() / 100f;
    }

    private Hud shown(Viewport.PixelSize size) {
        hud.show(Screen.of(size.width(), size.height(), density(size)));
        if (isOld.getAndSet(false)) {
            hud.show(play.snapshot());
        }
        return hud;
    }

    @Override
    public boolean covers() {
        return true;
    }

    @Override
    public void cover(Frame frame, Viewport.PixelSize size) {
        if (isPending) {
            isPending = false;
            hud.loaded();
        }
        shown(size).sheet().ifPresent(sheet -> sheet.over(frame.bgra()));
    }

    @Override
    public boolean isTyping() {
        return hud.isTyping();
    }

    @Override
    public boolean types(String text) {
        return hud.type(text);
    }

    @Override
    public boolean types(HudKey key) {
        return hud.press(key);
    }

    @Override
    public boolean takes(InputEvent event, Camera camera, Viewport.PixelSize size) {
        var now = shown(size);
        float one = density(size);
        return switch (event) {
            case InputEvent.PointerDown down -> {
                boolean isOurs = isScenes(down) && now.press(down.x() / one, down.y() / one);
                isDragged = !isOurs;
                yield isOurs;
            }
            case InputEvent.PointerUp up -> {
                isDragged = false;
                yield up.button() == InputEvent.Button.LEFT
                        && now.release(up.x() / one, up.y() / one);
            }
            // What was pressed elsewhere may be dragged across it.
            case InputEvent.PointerMoved moved ->
                    !isDragged && now.move(moved.x() / one, moved.y() / one);
            case InputEvent.Wheel wheel ->
                    now.wheel(wheel.x() / one, wheel.y() / one, wheel.amount());
            case InputEvent.Left left -> {
                now.leave();
                yield false;
            }
            case InputEvent.Cancelled cancelled -> {
                isDragged = false;
                now.press(HudKey.ESCAPE);
                now.leave();
                yield false;
            }
            // Letters that are typed come as text as well; as keys they must do nothing.
            case InputEvent.KeyDown key -> now.isTyping();
            case InputEvent.KeyUp key -> false;
        };
    }

    /** With Alt held it turns the camera, as always. */
    private static boolean isScenes(InputEvent.PointerDown down) {
        return down.button() == InputEvent.Button.LEFT && !down.modifiers().alt();
    }
}
