// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.render.Camera;
import org.scenewright.render.Spot;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.Viewer;
import org.scenewright.scene.Pose;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A viewport as what runs in it sees it: its frames and its camera, but no player. */
final class PlayScreen implements Renderer {
    /** However slow the pictures are, the code goes on: a thirtieth of a second. */
    private static final int LONGEST_MILLIS = 33;

    private final FrameLoop loop;
    private final AssetLibrary assets;
    private volatile Pose camera = Pose.IDENTITY;
    private volatile Viewer.Canvas canvas = Viewer.USUAL.canvas();
    private volatile Pose.Vec gaze = new Pose.Vec(8, 0, 8);

    PlayScreen(FrameLoop loop, AssetLibrary assets) {
        this.loop = loop;
        this.assets = assets;
    }

    /** Told on the GL thread from where the scene is seen. */
    void look(Camera from, Viewport.PixelSize size) {
        float ratio = size.zoom() / 100f;
        // The protocol counts in virtual pixels, which are points here.
        canvas =
                new Viewer.Canvas(
                        Math.round(size.width() / ratio), Math.round(size.height() / ratio), ratio);
        camera = pose(from.eye(), from.forward());
        gaze = Spot.gaze(from);
    }

    /** The place on the ground that the last picture looks at. */
    Pose.Vec gaze() {
        return gaze;
    }

    private static Pose pose(Vector3fc eye, Vector3fc forward) {
        var ahead = new Vector3f(forward).normalize();
        double yaw = Math.atan2(ahead.x, ahead.z);
        double pitch = -Math.asin(Math.clamp(ahead.y, -1, 1));
        var turn = new Pose.Quat(0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2));
        var nod = new Pose.Quat(Math.sin(pitch / 2), 0, 0, Math.cos(pitch / 2));
        return new Pose(
                new Pose.Vec(eye.x(), eye.y(), eye.z()), turn.times(nod), Pose.IDENTITY.scale());
    }

    @Override
    public Viewer update(long frame) {
        return new Viewer(Pose.IDENTITY, camera, true, false, canvas);
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        return loop.drawn().completeOnTimeout(true, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void animated(Play play) {
        loop.request(true);
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        return assets.settled();
    }
}
