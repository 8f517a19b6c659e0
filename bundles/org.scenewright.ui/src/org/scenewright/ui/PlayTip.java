// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.scenewright.runtime.InputAction;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.PointerOffer;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says beside the pointer what it can do in a running scene, with a hand; UI thread. */
final class PlayTip implements AutoCloseable {
    /** The words are those of the scene. */
    private static final int MOST_CHARS = 60;

    private static final int BELOW = 22;
    private static final int MARGIN = 8;

    private final OpenScene scene;
    private final ViewportCanvas canvas;
    private final Registration turning;
    private final Registration watching;
    private Optional<Registration> hearing = Optional.empty();
    private List<PointerOffer> offers = List.of();
    private String words = "";
    private Point pointer = new Point(0, 0);

    PlayTip(OpenScene scene, ViewportCanvas canvas) {
        this.scene = scene;
        this.canvas = canvas;
        turning = scene.play().onTurn(this::turn);
        watching = scene.play().watch(this::show);
        Canvas control = canvas.control();
        control.addListener(SWT.MouseMove, this::moved);
        control.addListener(SWT.MouseEnter, this::moved);
        // After the canvas has painted its picture.
        control.addListener(SWT.Paint, this::paint);
    }

    private void turn(Optional<Play> shown) {
        hearing.ifPresent(Registration::close);
        offered(List.of());
        hearing =
                scene.play()
                        .showing()
                        .map(showing -> showing.offers().onOffers(now -> tell(showing, now)));
    }

    /** Told on the thread of the frames. */
    private void tell(Showing of, List<PointerOffer> now) {
        scene.ui()
                .execute(
                        () -> {
                            if (scene.play().showing().filter(of::equals).isPresent()) {
                                offered(now);
                            }
                        });
    }

    private void offered(List<PointerOffer> now) {
        offers = now;
        show();
    }

    /** What waits or has ended takes no click. */
    private void show() {
        boolean isPlaying = scene.play().state() instanceof PlayState.Playing;
        var next =
                isPlaying
                        ? offers.stream().map(PlayTip::line).collect(Collectors.joining("\n"))
                        : "";
        if (!next.equals(words) && !canvas.control().isDisposed()) {
            words = next;
            canvas.points(!words.isEmpty());
            canvas.control().redraw();
        }
    }

    /** What is said at the moment; a line for each thing that can be done. */
    String words() {
        return words;
    }

    /** What has to be pressed, and what happens then, as one line. */
    static String line(PointerOffer offer) {
        var text = offer.text().replaceAll("\\p{Cntrl}+", " ").strip();
        var shown = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "\u2026" : text;
        return shown.isEmpty() ? key(offer.action()) : key(offer.action()) + "  " + shown;
    }

    private static String key(InputAction action) {
        return switch (action) {
            case POINTER, ANY -> "Click";
            case PRIMARY -> "E";
            case SECONDARY -> "F";
            case FORWARD -> "W";
            case BACKWARD -> "S";
            case RIGHT -> "D";
            case LEFT -> "A";
            case JUMP -> "Space";
            case WALK -> "Ctrl";
            case ACTION_3 -> "1";
            case ACTION_4 -> "2";
            case ACTION_5 -> "3";
            case ACTION_6 -> "4";
            case MODIFIER -> "Shift";
        };
    }

    private void moved(Event event) {
        pointer = new Point(event.x, event.y);
        if (!words.isEmpty()) {
            canvas.control().redraw();
        }
    }

    private void paint(Event event) {
        if (!words.isEmpty()) {
            paint(event.gc);
        }
    }

    private void paint(GC gc) {
        var text = gc.textExtent(words, SWT.DRAW_DELIMITER);
        var box = place(text, canvas.control().getClientArea());
        var display = canvas.control().getDisplay();
        gc.setBackground(display.getSystemColor(SWT.COLOR_INFO_BACKGROUND));
        gc.setForeground(display.getSystemColor(SWT.COLOR_INFO_FOREGROUND));
        gc.setAlpha(230);
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 8, 8);
        gc.setAlpha(255);
        gc.drawText(
                words,
                box.x + MARGIN,
                box.y + MARGIN / 2,
                SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
    }

    /** Below the pointer, or above it where there is no room. */
    private Rectangle place(Point text, Rectangle area) {
        int width = text.x + 2 * MARGIN;
        int height = text.y + MARGIN;
        int x = Math.clamp(pointer.x - width / 2, 0, Math.max(0, area.width - width));
        int below = pointer.y + BELOW;
        int y = below + height <= area.height ? below : pointer.y - height - MARGIN;
        return new Rectangle(x, y, width, height);
    }

    @Override
    public void close() {
        turning.close();
        watching.close();
        hearing.ifPresent(Registration::close);
    }
}
