// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines and measures them; what was used last is kept. One thread only. */
final class Letters {
    private static final System.Logger LOG = System.getLogger(Letters.class.getName());

    /** As many letters as long texts have on a full screen, and what a text takes without any. */
    private static final long KEPT = 400_000;

    private static final int EACH = 100;

    private final Recent<Key, List<TextLayout>> lines =
            new Recent<>(KEPT, key -> EACH + key.text().length());
    private FontRenderContext context = context(1);
    private boolean isMute;

    private record Key(String text, boolean isMarked, Face face, float width) {}

    private static FontRenderContext context(float density) {
        return new FontRenderContext(
                AffineTransform.getScaleInstance(density, density), true, true);
    }

    /** From now on so many pixels of the picture are one of the layout. */
    void density(float density) {
        context = context(density);
        lines.clear();
    }

    /**
     * The lines of a text; none where this machine has no fonts.
     *
     * @param width where lines break, if they do
     */
    List<TextLayout> lines(Wording words, float width) {
        float most = words.wraps() ? Math.max(1, width) : Float.POSITIVE_INFINITY;
        var key = new Key(words.text(), words.isMarked(), words.face(), most);
        return lines.get(key, this::broken);
    }

    private List<TextLayout> broken(Key key) {
        try {
            return isMute ? List.of() : laidOut(key);
        } catch (LinkageError | InternalError noFonts) {
            LOG.log(System.Logger.Level.WARNING, "Text is not shown: Java finds no fonts", noFonts);
            isMute = true;
            return List.of();
        }
    }

    private List<TextLayout> laidOut(Key key) {
        var all = new ArrayList<TextLayout>();
        var marks = new Markup(key.face());
        for (var line : key.text().split("\\R", -1)) {
            var styled = key.isMarked() ? marks.styled(line) : marks.plain(line);
            if (Float.isInfinite(key.width())) {
                all.add(new TextLayout(styled.getIterator(), context));
            } else {
                wrap(styled, key.width(), all);
            }
        }
        return all;
    }

    private void wrap(AttributedString line, float width, List<TextLayout> to) {
        var iterator = line.getIterator();
        var whole = new TextLayout(iterator, context);
        if (whole.getVisibleAdvance() <= width) {
            to.add(whole);
            return;
        }
        var breaker = new LineBreakMeasurer(iterator, context);
        while (breaker.getPosition() < iterator.getEndIndex()) {
            to.add(breaker.nextLayout(width));
        }
    }

    /** How wide and high a text is. */
    float[] measure(Wording words, float width) {
        if (words.text().isEmpty()) {
            return new float[2];
        }
        var all = lines(words, width);
        float widest = 0;
        for (var line : all) {
            widest = Math.max(widest, line.getVisibleAdvance());
        }
        return new float[] {(float) Math.ceil(widest), all.size() * lineHeight(words.face())};
    }

    float lineHeight(Face face) {
        return (float) Math.ceil(face.size() * 1.2f);
    }

    /** How far from its beginning a plain text of one line has come at some letter. */
    float advance(Wording words, int letters) {
        var before = words.with(words.text().substring(0, letters), words.ink());
        if (letters == 0) {
            return 0;
        }
        return lines(before, Float.POSITIVE_INFINITY).stream()
                .map(TextLayout::getAdvance)
                .reduce(0f, Float::max);
    }

    /** Puts fonts to letters. */
    private record Markup(Face face) {

        AttributedString plain(String line) {
            var styled = new AttributedString(line.isEmpty() ? " " : line);
            styled.addAttribute(TextAttribute.FONT, face.font(false, false));
            return styled;
        }

        AttributedString styled(String line) {
            var runs = Run.of(line);
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            var styled = plain(text.toString());
            int at = 0;
            for (var run : runs) {
                int end = at + run.text().length();
                if (end > at && (run.isBold() || run.isItalic())) {
                    var font = face.font(run.isBold(), run.isItalic());
                    styled.addAttribute(TextAttribute.FONT, font, at, end);
                }
                at = end;
            }
            return styled;
        }
    }
}
