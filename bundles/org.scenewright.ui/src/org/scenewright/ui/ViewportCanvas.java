// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.scenewright.render.Port;
import org.scenewright.render.ScreenRectangle;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The control that shows the pictures of a viewport, with what has to follow the pointer drawn over
 * them.
 */
final class ViewportCanvas {
    private static final Map<Port.Cursor, Integer> CURSORS =
            Map.of(
                    Port.Cursor.ARROW, SWT.CURSOR_ARROW,
                    Port.Cursor.HANDLE, SWT.CURSOR_HAND,
                    Port.Cursor.PAN, SWT.CURSOR_SIZEALL,
                    Port.Cursor.LOOK, SWT.CURSOR_CROSS);

    /** How wide the frame of a running scene is, in points. */
    private static final int FRAME = 3;

    private final Canvas canvas;
    private Optional<Picture> picture = Optional.empty();
    private Optional<PlaySign> sign = Optional.empty();
    private Port.Cursor cursor = Port.Cursor.ARROW;
    private boolean isHand;

    ViewportCanvas(Composite parent, Consumer<Viewport.PixelSize> resized) {
        canvas = new Canvas(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED);
        canvas.setData("id", "viewport");
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> resized.accept(size()));
        canvas.addListener(SWT.ZoomChanged, event -> resized.accept(size()));
        canvas.addListener(SWT.Dispose, event -> dispose());
        canvas.getAccessible().addAccessibleListener(new ViewportVoice(this::description));
    }

    Canvas control() {
        return canvas;
    }

    /** The picture on the screen, if one has come yet. */
    Optional<Picture> picture() {
        return picture;
    }

    /** Says around the pictures what they show; nothing where that is the document. */
    void sign(Optional<PlaySign> next) {
        if (!canvas.isDisposed() && !next.equals(sign)) {
            sign = next;
            canvas.redraw();
        }
    }

    private Viewport.PixelSize size() {
        int zoom = Zoom.of(canvas);
        Point size = canvas.getSize();
        return new Viewport.PixelSize(Zoom.pixels(size.x, zoom), Zoom.pixels(size.y, zoom), zoom);
    }

    void show(Picture next) {
        if (canvas.isDisposed()) {
            next.image().dispose();
            return;
        }
        picture.map(Picture::image).ifPresent(Image::dispose);
        picture = Optional.of(next);
        canvas.redraw();
    }

    void cursor(Port.Cursor next) {
        cursor = next;
        showCursor();
    }

    /** Whether the pointer is on something in a running scene that can be pressed. */
    void points(boolean isPressable) {
        isHand = isPressable;
        showCursor();
    }

    private void showCursor() {
        if (!canvas.isDisposed()) {
            boolean isFree = cursor == Port.Cursor.ARROW && isHand;
            int id = isFree ? SWT.CURSOR_HAND : CURSORS.getOrDefault(cursor, SWT.CURSOR_ARROW);
            canvas.setCursor(canvas.getDisplay().getSystemCursor(id));
        }
    }

    private void paint(Event event) {
        picture.ifPresentOrElse(
                shown -> paint(event.gc, shown),
                () -> event.gc.fillRectangle(canvas.getClientArea()));
    }

    private void paint(GC gc, Picture shown) {
        var area = canvas.getClientArea();
        var bounds = shown.image().getBounds();
        if (bounds.width == area.width && bounds.height == area.height) {
            gc.drawImage(shown.image(), 0, 0);
        } else {
            // A new size has been asked for; until its picture comes, the last one is stretched.
            gc.drawImage(
                    shown.image(),
                    0,
                    0,
                    bounds.width,
                    bounds.height,
                    0,
                    0,
                    area.width,
                    area.height);
        }
        shown.band().ifPresent(band -> paintBand(gc, points(band, shown.zoom())));
        shown.hint().ifPresent(hint -> paintHint(gc, hint));
        sign.ifPresent(shownSign -> paintSign(gc, shownSign));
    }

    private static Rectangle points(ScreenRectangle band, int zoom) {
        int x = Zoom.points(band.left(), zoom);
        int y = Zoom.points(band.top(), zoom);
        return new Rectangle(
                x, y, Zoom.points(band.right(), zoom) - x, Zoom.points(band.bottom(), zoom) - y);
    }

    private void paintBand(GC gc, Rectangle band) {
        gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.setAlpha(40);
        gc.fillRectangle(band);
        gc.setAlpha(220);
        gc.drawRectangle(band);
        gc.setAlpha(255);
    }

    private void paintHint(GC gc, String hint) {
        var text = gc.textExtent(hint, SWT.DRAW_DELIMITER);
        var area = canvas.getClientArea();
        int x = (area.width - text.x) / 2;
        int y = area.height - text.y - 24;
        gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_INFO_BACKGROUND));
        gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_INFO_FOREGROUND));
        gc.setAlpha(230);
        gc.fillRoundRectangle(x - 10, y - 5, text.x + 20, text.y + 10, 8, 8);
        gc.setAlpha(255);
        gc.drawText(hint, x, y, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
    }

    /** A frame in its colour, with its words in the middle above. */
    private void paintSign(GC gc, PlaySign shown) {
        var area = canvas.getClientArea();
        var color = new Color(shown.color());
        gc.setForeground(color);
        gc.setLineWidth(2 * FRAME);
        gc.drawRectangle(0, 0, area.width, area.height);
        gc.setLineWidth(1);
        var text = gc.textExtent(shown.words());
        int x = (area.width - text.x) / 2;
        gc.setBackground(color);
        gc.fillRoundRectangle(x - 12, -8, text.x + 24, text.y + 18, 8, 8);
        gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        gc.drawText(shown.words(), x, FRAME + 1, SWT.DRAW_TRANSPARENT);
    }

    private String description() {
        return picture.flatMap(Picture::hint)
                .or(() -> sign.map(shown -> "Scene viewport, " + shown.words()))
                .orElse("Scene viewport");
    }

    private void dispose() {
        picture.map(Picture::image).ifPresent(Image::dispose);
        picture = Optional.empty();
    }
}
