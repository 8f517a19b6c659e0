// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/** Moves the camera with the pointer. */
final class CameraGesture implements Gesture {
    private static final double NOTCHES_PER_POINT = 0.03;

    private final Viewport viewport;
    private final Way way;
    private double x;
    private double y;

    /** The ways in which a drag moves the camera. */
    enum Way {
        ORBIT(Port.Cursor.LOOK),
        PAN(Port.Cursor.PAN),
        TURN(Port.Cursor.LOOK),
        NEAR(Port.Cursor.LOOK);

        private final Port.Cursor cursor;

        Way(Port.Cursor cursor) {
            this.cursor = cursor;
        }
    }

    CameraGesture(Viewport viewport, Way way, InputEvent.PointerDown down) {
        this.viewport = viewport;
        this.way = way;
        x = down.x();
        y = down.y();
        viewport.port().cursor(way.cursor);
    }

    @Override
    public void moved(InputEvent.PointerMoved event) {
        double right = event.x() - x;
        double down = event.y() - y;
        x = event.x();
        y = event.y();
        var camera = viewport.camera();
        switch (way) {
            case ORBIT -> camera.orbit(right, down);
            case PAN -> camera.pan(right, down);
            case TURN -> camera.turn(right, down);
            case NEAR ->
                    camera.zoom(
                            (right - down) / camera.density() * NOTCHES_PER_POINT, camera.target());
        }
        viewport.port().redraw();
    }

    @Override
    public void released(InputEvent.PointerUp event) {}

    @Override
    public void cancelled() {}
}
