// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;
import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Direction;
import org.scenewright.hud.FlexStyle.Flow;
import org.scenewright.hud.FlexStyle.Justify;
import org.scenewright.hud.FlexStyle.Place;
import org.scenewright.hud.FlexStyle.Share;
import org.scenewright.hud.FlexStyle.Spacing;
import org.scenewright.hud.FlexStyle.Wrap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where elements are on a screen, in the order in which they are painted. */
final class HudLayout {
    private static final FlexStyle SCREEN =
            new FlexStyle(
                    new Flow(
                            Direction.ROW,
                            Wrap.NO_WRAP,
                            Justify.START,
                            Align.STRETCH,
                            Align.STRETCH),
                    new Share(Length.UNDEFINED, 0, 1, Align.AUTO),
                    Extent.UNDEFINED,
                    Extent.UNDEFINED,
                    Extent.UNDEFINED,
                    new Spacing(Edges.UNDEFINED, Edges.UNDEFINED, Edges.UNDEFINED),
                    new Place(Edges.UNDEFINED, false, false, false));

    /** How much room a field and a menu want around their words. */
    private static final float AROUND = 8;

    private final Letters letters;
    private final Map<Entity, float[]> scrolled;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * @param scrolled how far to the left and up people scrolled
     */
    HudLayout(Letters letters, Map<Entity, float[]> scrolled) {
        this.letters = letters;
        this.scrolled = scrolled;
    }

    List<Placed> place(List<Element> roots, float width, float height) {
        var screen = new FlexBox(SCREEN, Optional.empty());
        roots.forEach(root -> screen.add(box(root)));
        FlexPass.layOut(screen, width, height);
        var all = new Rect(0, 0, width, height);
        place(roots, screen.children(), new Around(0, 0, all, 1, width, Optional.empty()));
        return placed;
    }

    private FlexBox box(Element element) {
        var box = new FlexBox(element.style(), content(element));
        element.children().forEach(child -> box.add(box(child)));
        return box;
    }

    /** Only what has no elements in it is as large as its words. */
    private Optional<FlexBox.Content> content(Element element) {
        if (!element.children().isEmpty()) {
            return Optional.empty();
        }
        var matter = element.matter();
        Optional<FlexBox.Content> field =
                matter.field().map(f -> width -> around(f.hint().text(), f.words()));
        Optional<FlexBox.Content> choice =
                matter.choice().map(c -> width -> around(longest(c) + "MM", c.words()));
        return field.or(() -> choice)
                .or(() -> matter.text().map(text -> width -> letters.measure(text, width)));
    }

    private static String longest(Choice choice) {
        return choice.options().stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    private float[] around(String words, Wording style) {
        float[] size = letters.measure(style.with(words, style.ink()), Float.POSITIVE_INFINITY);
        float high = letters.lineHeight(style.face());
        return new float[] {size[0] + 2 * AROUND, high + AROUND};
    }

    /**
     * What elements are in.
     *
     * @param x where their parent is
     * @param width how wide it is
     */
    private record Around(
            float x, float y, Rect clip, float opacity, float width, Optional<Placed> parent) {}

    private void place(List<Element> elements, List<FlexBox> boxes, Around around) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < elements.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> elements.get(i).look().level()));
        for (int i : order) {
            if (!elements.get(i).style().place().isGone()) {
                place(elements.get(i), boxes.get(i), around);
            }
        }
    }

    private void place(Element element, FlexBox box, Around around) {
        var rect =
                new Rect(
                        around.x + box.position(Axis.HORIZONTAL),
                        around.y + box.position(Axis.VERTICAL),
                        box.size(Axis.HORIZONTAL),
                        box.size(Axis.VERTICAL));
        float opacity = around.opacity * element.look().opacity();
        var border = border(box);
        var one =
                new Placed(
                        element,
                        rect,
                        inside(box, rect, around.width),
                        around.clip,
                        opacity,
                        border,
                        overflow(box),
                        around.parent);
        placed.add(one);
        var clip = element.look().clips() ? around.clip.within(one.room()) : around.clip;
        float[] by = scroll(one);
        var here =
                new Around(
                        rect.x() - by[0],
                        rect.y() - by[1],
                        clip,
                        opacity,
                        rect.width(),
                        Optional.of(one));
        place(element.children(), box.children(), here);
    }

    private static float[] border(FlexBox box) {
        return new float[] {
            box.border(Axis.HORIZONTAL, true),
            box.border(Axis.VERTICAL, true),
            box.border(Axis.HORIZONTAL, false),
            box.border(Axis.VERTICAL, false)
        };
    }

    private static Rect inside(FlexBox box, Rect rect, float owner) {
        return rect.inset(
                box.inset(Axis.HORIZONTAL, true, owner),
                box.inset(Axis.VERTICAL, true, owner),
                box.inset(Axis.HORIZONTAL, false, owner),
                box.inset(Axis.VERTICAL, false, owner));
    }

    /** How far people scrolled it, as far as there is something to scroll. */
    private float[] scroll(Placed one) {
        float[] by = scrolled.getOrDefault(one.entity(), new float[2]);
        boolean scrolls = one.element().style().place().scrolls();
        return scrolls
                ? new float[] {
                    Math.clamp(by[0], 0, one.overflow()[0]), Math.clamp(by[1], 0, one.overflow()[1])
                }
                : new float[2];
    }

    private static float[] overflow(FlexBox box) {
        return new float[] {overflow(box, Axis.HORIZONTAL), overflow(box, Axis.VERTICAL)};
    }

    private static float overflow(FlexBox box, Axis axis) {
        float end = 0;
        for (var child : box.children()) {
            end = Math.max(end, child.position(axis) + child.size(axis));
        }
        return Math.max(0, end - box.size(axis) + box.border(axis, false));
    }
}
