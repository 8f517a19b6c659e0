// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.scenewright.content.CatalogAsset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paints assets in the colours of the theme: cards in a grid, or rows in a list. UI thread. */
final class CatalogBrush {
    private static final int ROUND = 10;
    private static final int GAP = 4;
    private static final int MOST_NAMES = 4_000;
    private static final String DOTS = "…";

    private final Control control;
    private final Icons icons;
    private final Map<String, String> shortened = new HashMap<>();
    private Tones tones;

    /** How an asset is shown. */
    record Look(boolean isChosen, boolean isUnderPointer, boolean isFavourite, boolean hasFocus) {}

    /** The colours of a theme. */
    private record Tones(RGB ground, RGB ink, RGB accent) {

        static Tones of(Control control) {
            return new Tones(
                    control.getBackground().getRGB(),
                    control.getForeground().getRGB(),
                    control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION).getRGB());
        }

        Color mixed(RGB over, double share) {
            return new Color(
                    mixed(ground.red, over.red, share),
                    mixed(ground.green, over.green, share),
                    mixed(ground.blue, over.blue, share));
        }

        private static int mixed(int under, int over, double share) {
            return (int) Math.round(under + (over - under) * share);
        }

        Color card(Look look) {
            return look.isChosen()
                    ? mixed(accent, look.hasFocus() ? 0.36 : 0.2)
                    : mixed(ink, look.isUnderPointer() ? 0.13 : 0.06);
        }

        Color faint() {
            return mixed(ink, 0.62);
        }
    }

    CatalogBrush(Control control) {
        this.control = control;
        icons = new Icons(control);
        tones = Tones.of(control);
    }

    /** To be called before a picture of many cells: people may have changed the theme. */
    void prepare(GC gc) {
        tones = Tones.of(control);
        gc.setBackground(tones.mixed(tones.ground(), 0));
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
    }

    void card(GC gc, Rectangle cell, CatalogAsset asset, Look look) {
        var card = inset(cell);
        back(gc, card, look);
        gc.setForeground(tones.mixed(tones.ink(), 1));
        int y = card.y + 2 * GAP + CatalogLayout.GRID_PICTURE + 2;
        for (var line : name(gc, asset, card.width - 2 * GAP)) {
            var size = gc.textExtent(line);
            gc.drawText(line, card.x + (card.width - size.x) / 2, y, true);
            y += size.y;
        }
        if (look.isFavourite()) {
            gc.drawImage(icons.image("favourite"), card.x + card.width - 21, card.y + 5);
        }
    }

    /** A name in one line, or where that is too short in two. */
    private List<String> name(GC gc, CatalogAsset asset, int width) {
        var name = asset.about().name();
        var whole = fitting(gc, name, width);
        if (!whole.endsWith(DOTS)) {
            return List.of(whole);
        }
        int end = name.lastIndexOf(' ', whole.length() - DOTS.length());
        return end <= 0
                ? List.of(whole)
                : List.of(name.substring(0, end), fitting(gc, name.substring(end + 1), width));
    }

    void row(GC gc, Rectangle cell, CatalogAsset asset, Look look) {
        var row = inset(cell);
        back(gc, row, look);
        int left = row.x + CatalogLayout.LIST_PICTURE + 4 * GAP;
        int room = row.width - CatalogLayout.LIST_PICTURE - 12 * GAP;
        var name = fitting(gc, asset.about().name(), room);
        int high = gc.textExtent(name).y;
        gc.setForeground(tones.mixed(tones.ink(), 1));
        gc.drawText(name, left, row.y + row.height / 2 - high, true);
        gc.setForeground(tones.faint());
        gc.drawText(fitting(gc, under(asset), room), left, row.y + row.height / 2, true);
        if (look.isFavourite()) {
            gc.drawImage(
                    icons.image("favourite"), row.x + row.width - 24, row.y + row.height / 2 - 8);
        }
    }

    private static String under(CatalogAsset asset) {
        var category = asset.about().category();
        return category.isBlank() ? asset.pack() : category + "  ·  " + asset.pack();
    }

    private static Rectangle inset(Rectangle cell) {
        return new Rectangle(cell.x + 2, cell.y + 2, cell.width - 4, cell.height - 4);
    }

    private void back(GC gc, Rectangle card, Look look) {
        gc.setBackground(tones.card(look));
        gc.fillRoundRectangle(card.x, card.y, card.width, card.height, ROUND, ROUND);
        if (look.isChosen()) {
            gc.setForeground(tones.mixed(tones.accent(), look.hasFocus() ? 1 : 0.5));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(card.x, card.y, card.width - 1, card.height - 1, ROUND, ROUND);
        }
    }

    /** Where the picture of an asset is in its cell. */
    static Rectangle picture(Rectangle cell, CatalogLayout layout) {
        int size = layout.picture();
        return layout.isList()
                ? new Rectangle(cell.x + 2 + 2 * GAP, cell.y + (cell.height - size) / 2, size, size)
                : new Rectangle(cell.x + (cell.width - size) / 2, cell.y + 2 + GAP + 4, size, size);
    }

    /** Draws the picture, or what stands for it. */
    void picture(GC gc, Rectangle at, Optional<Image> image, CatalogAsset asset) {
        if (image.isPresent()) {
            var bounds = image.get().getBounds();
            gc.drawImage(
                    image.get(),
                    0,
                    0,
                    bounds.width,
                    bounds.height,
                    at.x,
                    at.y,
                    at.width,
                    at.height);
        } else {
            gc.setAlpha(130);
            var icon = icons.image(CatalogFiles.icon(asset));
            gc.drawImage(icon, at.x + at.width / 2 - 8, at.y + at.height / 2 - 8);
            gc.setAlpha(255);
        }
    }

    /** A sentence in the middle of an empty room. */
    void sentence(GC gc, Rectangle room, String words) {
        gc.setForeground(tones.faint());
        var text = fitting(gc, words, room.width - 4 * GAP);
        var size = gc.textExtent(text);
        gc.drawText(text, (room.width - size.x) / 2, Math.max(GAP, room.height / 3), true);
    }

    /** As much of a text as there is room for; measuring takes long, so it is kept. */
    private String fitting(GC gc, String text, int width) {
        if (shortened.size() > MOST_NAMES) {
            shortened.clear();
        }
        return shortened.computeIfAbsent(width + " " + text, key -> shorten(gc, text, width));
    }

    private static String shorten(GC gc, String text, int width) {
        var line = text.lines().findFirst().orElse("");
        if (line.length() < 200 && gc.textExtent(line).x <= width) {
            return line;
        }
        int fits = 0;
        int tooMany = Math.min(line.length(), 200);
        while (tooMany - fits > 1) {
            int half = (fits + tooMany) / 2;
            boolean isFitting = gc.textExtent(line.substring(0, half) + DOTS).x <= width;
            fits = isFitting ? half : fits;
            tooMany = isFitting ? tooMany : half;
        }
        return line.substring(0, fits).strip() + DOTS;
    }
}
