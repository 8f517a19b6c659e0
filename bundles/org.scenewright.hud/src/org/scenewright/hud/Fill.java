// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetSource;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/**
 * What is behind an element.
 *
 * @param ink the colour, or what colours the picture
 * @param source the picture; that of an empty path for none
 * @param slices of nine parts, the portions of the picture that are its top, left, right and bottom
 * @param corners where on the picture the corners are: right and up from its lower left, for the
 *     lower left corner and clockwise
 * @param repeats whether the picture goes on beyond its edges
 * @param smooth whether pixels are mixed
 */
record Fill(
        Ink ink,
        AssetSource source,
        Mode mode,
        List<Double> slices,
        List<Double> corners,
        boolean repeats,
        boolean smooth) {
    private static final List<Double> WHOLE = List.of(0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0);
    private static final double THIRD = 1 / 3.0;
    private static final String SOURCE = Elements.BACKGROUND + ".texture.tex.texture.src";

    /** How a picture fills an element; the order is that of the protocol. */
    enum Mode {
        NINE_SLICES,
        CENTER,
        STRETCH
    }

    static Fill of(Part background, AssetBindings bindings) {
        var texture = background.part("texture").part("tex").part("texture");
        var slices = background.part("textureSlices");
        var uvs = background.items("uvs").stream().flatMap(v -> number(v).stream()).toList();
        int mode = Math.clamp(background.whole("textureMode", 0), 0, Mode.values().length - 1);
        return new Fill(
                Ink.of(background, "color", Ink.WHITE),
                bindings.source(SOURCE, texture.text("src", "")),
                Mode.values()[mode],
                List.of(
                        slice(slices, "top"),
                        slice(slices, "left"),
                        slice(slices, "right"),
                        slice(slices, "bottom")),
                uvs.size() == WHOLE.size() ? uvs : WHOLE,
                texture.whole("wrapMode", 1) == 0,
                texture.whole("filterMode", 1) != 0);
    }

    private static Optional<Double> number(Value value) {
        return value instanceof Value.Num(double number) && Double.isFinite(number)
                ? Optional.of(Math.clamp(number, -1e4, 1e4))
                : Optional.empty();
    }

    private static double slice(Part slices, String side) {
        return Math.clamp(slices.number(side, slices.fields().isEmpty() ? THIRD : 0), 0, 1);
    }

    /** Whether there is to be a picture. */
    boolean isPainted() {
        return !source.path().isEmpty();
    }

    Fill with(Ink other) {
        return new Fill(other, source, mode, slices, corners, repeats, smooth);
    }
}
