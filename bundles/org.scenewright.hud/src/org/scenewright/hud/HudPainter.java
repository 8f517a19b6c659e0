// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.AssetBindings;
import org.scenewright.schema.Value;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/** Paints elements, and what people do to them. */
final class HudPainter {
    private static final Fill PAPER = paper(Ink.WHITE);
    private static final Ink EDGE = new Ink(0.72f, 0.72f, 0.75f, 1);
    private static final Ink ACTIVE = new Ink(0.15f, 0.45f, 0.95f, 1);
    private static final Fill HOVERED = paper(new Ink(0.93f, 0.92f, 0.94f, 1));
    private static final Fill THUMB = paper(new Ink(0.5f, 0.5f, 0.55f, 0.7f));
    private static final float RADIUS = 4;
    private static final float MARGIN = 6;
    private static final float THIN = 4;

    private final Letters letters;
    private final Backdrops backdrops;
    private final HudState state;

    HudPainter(Letters letters, Backdrops backdrops, HudState state) {
        this.letters = letters;
        this.backdrops = backdrops;
        this.state = state;
    }

    private static Fill paper(Ink ink) {
        return Fill.of(Part.of(Value.EMPTY), AssetBindings.NONE).with(ink);
    }

    void paint(Sheet sheet, Screen screen, List<Placed> placed) {
        sheet.clear();
        backdrops.density(screen.density());
        var brush = new Brush(sheet, sheet.pen(), screen);
        placed.forEach(brush::paint);
        placed.forEach(brush::paintOpen);
        brush.pen.dispose();
    }

    private final class Brush {
        private final Sheet sheet;
        private final Graphics2D pen;
        private final Screen screen;
        private final TextBrush words;

        Brush(Sheet sheet, Graphics2D pen, Screen screen) {
            this.sheet = sheet;
            this.pen = pen;
            this.screen = screen;
            words = new TextBrush(letters, pen, screen);
        }

        void paint(Placed one) {
            if (one.clip().isEmpty() || one.opacity() == 0) {
                return;
            }
            pen.setClip(screen.pixels(one.clip()));
            one.parent().ifPresent(this::round);
            var look = one.element().look();
            var outline = screen.outline(one.box(), look.radii());
            boolean isBare = look.fill().isEmpty() && isPaper(one);
            fill(one, isBare ? Optional.of(PAPER) : look.fill(), isBare ? soft(one) : outline);
            int[] border = screen.pixels(one.border());
            if (border[0] + border[1] + border[2] + border[3] > 0) {
                mark(outline.place());
                backdrops.frame(pen, one, outline, border);
            }
            one.matter().text().ifPresent(text -> say(one, text, one.inside()));
            one.matter().field().ifPresent(field -> paint(one, field));
            one.matter().choice().ifPresent(choice -> paint(one, choice));
            thumb(one);
        }

        private boolean isPaper(Placed one) {
            return one.matter().field().isPresent() || one.matter().choice().isPresent();
        }

        private Outline soft(Placed one) {
            return screen.outline(one.box(), round(RADIUS));
        }

        private List<Length> round(float radius) {
            var length = new Length(Length.Unit.POINT, radius);
            return List.of(length, length, length, length);
        }

        /** Nothing reaches beyond the round corners of what it is in. */
        private void round(Placed around) {
            var look = around.element().look();
            if (look.clips() && look.isRound()) {
                var outline = screen.outline(around.box(), look.radii());
                pen.clip(outline.inside(screen.pixels(around.border())).shape());
            }
            around.parent().ifPresent(this::round);
        }

        private void fill(Placed one, Optional<Fill> fill, Outline outline) {
            fill.ifPresent(
                    with -> {
                        mark(outline.place());
                        backdrops.fill(pen, with, outline, one.opacity());
                    });
        }

        private void mark(Rectangle place) {
            sheet.mark(place.intersection(pen.getClipBounds()));
        }

        private void say(Placed one, Wording text, Rect within) {
            mark(words.write(text, within, one.opacity()));
        }

        private void paint(Placed one, Field field) {
            boolean isFocus = state.isFocus(one.entity());
            var text = state.text(one.entity());
            var within = one.inside().inset(MARGIN, 0, MARGIN, 0);
            Shape clip = pen.getClip();
            edge(one, isFocus);
            pen.clip(screen.pixels(one.room()));
            if (text.text().isEmpty()) {
                say(one, field.hint(), within);
            }
            var line = field.words().with(text.text(), field.words().ink());
            float at = letters.advance(line, text.caret());
            var shifted = TextBrush.follow(letters, line, within, isFocus ? at : 0);
            say(one, line, shifted);
            if (isFocus) {
                var caret = words.caret(line, shifted, at);
                mark(screen.pixels(caret));
                pen.setColor(field.words().ink().color());
                pen.fill(screen.pixels(caret));
            }
            pen.setClip(clip);
        }

        /** What nobody painted a background for has an edge, and what is typed into is seen. */
        private void edge(Placed one, boolean isFocus) {
            if (one.element().look().fill().isEmpty() || isFocus) {
                var outline =
                        isFocus && one.element().look().fill().isPresent()
                                ? screen.outline(one.box(), one.element().look().radii())
                                : soft(one);
                frame(outline, isFocus ? ACTIVE : EDGE, isFocus ? 2 : 1);
            }
        }

        private void frame(Outline outline, Ink ink, float thick) {
            mark(outline.place());
            int[] border = screen.pixels(new float[] {thick, thick, thick, thick});
            Path2D ring = outline.path();
            ring.append(outline.inside(border).path(), false);
            pen.setColor(ink.color());
            pen.fill(ring);
        }

        private void paint(Placed one, Choice choice) {
            edge(one, isOpen(one));
            float size = choice.words().face().size();
            var within = one.inside().inset(MARGIN, 0, MARGIN + size, 0);
            var ink = choice.words().ink();
            say(one, choice.words().with(choice.label(state.chosen(one.entity())), ink), within);
            arrow(one, ink, size);
        }

        private boolean isOpen(Placed one) {
            return state.opened().filter(open -> open.entity().equals(one.entity())).isPresent();
        }

        private void arrow(Placed one, Ink ink, float size) {
            float scale = screen.density();
            float half = size * 0.3f * scale;
            float x = (one.inside().right() - MARGIN) * scale - half;
            float y = (one.inside().y() + one.inside().height() / 2) * scale - half / 2;
            var path = new Path2D.Float();
            path.moveTo(x - half, y);
            path.lineTo(x + half, y);
            path.lineTo(x, y + half);
            path.closePath();
            mark(path.getBounds());
            pen.setColor(ink.faded(one.opacity()).color());
            pen.fill(path);
        }

        /** Shows how far something is scrolled. */
        private void thumb(Placed one) {
            float over = one.overflow()[1];
            if (one.scrolls() && over > 0) {
                var room = one.room();
                float by = state.scrolled().getOrDefault(one.entity(), new float[2])[1];
                float high =
                        Math.max(THIN * 4, room.height() * room.height() / (room.height() + over));
                float y = room.y() + (room.height() - high) * Math.min(1, by / over);
                var rect = new Rect(room.right() - THIN - 2, y, THIN, high);
                fill(one, Optional.of(THUMB), screen.outline(rect, round(THIN / 2)));
            }
        }

        /** The options of a menu lie over everything. */
        void paintOpen(Placed one) {
            if (isOpen(one)) {
                pen.setClip(0, 0, sheet.width(), sheet.height());
                one.matter().choice().ifPresent(choice -> paintOptions(one, choice));
            }
        }

        private void paintOptions(Placed one, Choice choice) {
            var open = state.opened().orElseThrow();
            var popup = Popup.of(one, choice, open.first(), screen);
            var outline = screen.outline(popup.box(), round(2 * RADIUS));
            fill(one, Optional.of(PAPER), outline);
            frame(outline, EDGE, 1);
            for (int i = popup.first(); i < popup.first() + popup.shown(); i++) {
                var row = popup.option(i);
                if (i == open.hovered()) {
                    fill(one, Optional.of(HOVERED), screen.outline(row, round(RADIUS)));
                }
                var words = choice.words().with(choice.label(i), Ink.BLACK);
                pen.clip(screen.pixels(row));
                say(one, words, row.inset(MARGIN, 0, MARGIN, 0));
                pen.setClip(0, 0, sheet.width(), sheet.height());
            }
        }
    }
}
