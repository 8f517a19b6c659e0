// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Texture;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** Turns TextShape components into labelled planes, readable looking along the entity's +Z. */
final class Labels {
    /** A font size of 10 makes letters of one metre, as in the explorers. */
    private static final double METRES_PER_SIZE = 0.1;

    private static final double LARGEST_EM = 100;
    private static final int KEPT = 512;

    private final Shapes shapes;
    private final Recent<Lettering, Optional<Lettering.Drawn>> drawn = new Recent<>(KEPT);

    Labels(Shapes shapes) {
        this.shapes = shapes;
    }

    List<Piece> of(Value shape) {
        double em = Math.clamp(shape.number("fontSize", 10), 0, LARGEST_EM) * METRES_PER_SIZE;
        var picture = drawn.get(lettering(shape, em), Lettering::draw);
        return picture.map(text -> plane(text, shape, em)).stream().toList();
    }

    private static Lettering lettering(Value shape, double em) {
        double width = shape.number("width", 0);
        boolean wraps = shape.flag("textWrapping", false) && width > 0 && em > 0;
        boolean outlined = shape.number("outlineWidth", 0) > 0;
        return new Lettering(
                shape.text("text", ""),
                align(shape) % 3,
                wraps ? width / em : Double.POSITIVE_INFINITY,
                Math.clamp(shape.number("lineSpacing", 0) / 100, -0.5, 4),
                outlined ? srgb(shape, "textColor", 1) : 0xffffff,
                outlined ? srgb(shape, "outlineColor", 0) : 0,
                outlined ? Math.clamp(shape.number("outlineWidth", 0), 0, 1) * 0.15 : 0,
                Optional.empty());
    }

    /**
     * TextAlignMode: three rows from the top, each left, centre, right; the middle of the middle
     * where absent.
     */
    private static int align(Value shape) {
        return (int) Math.clamp(shape.number("textAlign", 4), 0, 8);
    }

    private static int srgb(Value shape, String field, double fallback) {
        int rgb = 0;
        for (var part : List.of(".r", ".g", ".b")) {
            double c = Math.clamp(shape.number(field + part, fallback), 0, 1);
            rgb = rgb << 8 | (int) Math.round(c * 255);
        }
        return rgb;
    }

    private Piece plane(Lettering.Drawn text, Value shape, double em) {
        var texture = new Texture(text.bitmap(), Texture.Wrap.CLAMP, true, 1, 1, 0, 0);
        var material = Surface.plain(Alpha.BLEND).withBase(texture);
        boolean outlined = shape.number("outlineWidth", 0) > 0;
        var color = Colors.linear(Part.of(shape), "textColor");
        var tint = outlined ? new Rgba(1, 1, 1, color.a()) : color;
        double width = text.width() * em;
        double height = text.height() * em;
        double x = (align(shape) % 3 - 1) * (shape.number("width", 0) - width) / 2;
        double y = (1 - align(shape) / 3) * (shape.number("height", 0) - height) / 2;
        var place = new Matrix4x3f().translation((float) x, (float) y, 0);
        return Piece.of(shapes.label(), new Surface(material, tint))
                .at(place.scale((float) width, (float) height, 1));
    }
}
