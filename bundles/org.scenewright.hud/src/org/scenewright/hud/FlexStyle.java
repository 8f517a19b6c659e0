// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/**
 * How a box is laid out and lays out its children, in the words of CSS.
 *
 * @param flow how the children follow each other
 * @param share what of its parent's room it takes
 * @param extent how large it is
 * @param least how small it may be
 * @param most how large it may be
 * @param spacing what is kept free around and in it
 * @param place whether and how it takes part in the layout
 */
record FlexStyle(
        Flow flow,
        Share share,
        Extent extent,
        Extent least,
        Extent most,
        Spacing spacing,
        Place place) {

    /** Where the next child goes; the order is that of the protocol. */
    enum Direction {
        ROW(Axis.HORIZONTAL, false),
        COLUMN(Axis.VERTICAL, false),
        COLUMN_REVERSE(Axis.VERTICAL, true),
        ROW_REVERSE(Axis.HORIZONTAL, true);

        private final Axis axis;
        private final boolean isReversed;

        Direction(Axis axis, boolean isReversed) {
            this.axis = axis;
            this.isReversed = isReversed;
        }

        Axis axis() {
            return axis;
        }

        boolean isReversed() {
            return isReversed;
        }
    }

    /** Whether there are several lines; the order is that of the protocol. */
    enum Wrap {
        NO_WRAP,
        WRAP,
        WRAP_REVERSE
    }

    /** How what is left over is spread along the main axis; the order is that of the protocol. */
    enum Justify {
        START,
        CENTER,
        END,
        BETWEEN,
        AROUND,
        EVENLY
    }

    /** How boxes or lines lie across the main axis; the order is that of the protocol. */
    enum Align {
        AUTO,
        START,
        CENTER,
        END,
        STRETCH,
        BASELINE,
        BETWEEN,
        AROUND
    }

    /**
     * How children follow each other.
     *
     * @param items how each lies in its line
     * @param content how the lines lie
     */
    record Flow(Direction direction, Wrap wrap, Justify justify, Align items, Align content) {}

    /**
     * What of its parent's room a box takes.
     *
     * @param basis how long it is before what is left over is given away
     * @param grow its portion of what is left over
     * @param shrink its portion of what is missing
     * @param self how it lies in its line, as its parent says where {@link Align#AUTO}
     */
    record Share(Length basis, float grow, float shrink, Align self) {}

    /** What is kept free around and in a box. */
    record Spacing(Edges margin, Edges border, Edges padding) {}

    /**
     * Whether and how a box takes part in the layout.
     *
     * @param offset how far it is from where it would be, or from its parent where it is absolute
     * @param isAbsolute whether it is laid out apart from its siblings
     * @param isGone whether neither it nor what is in it is there
     * @param scrolls whether what is in it may be larger than it is
     */
    record Place(Edges offset, boolean isAbsolute, boolean isGone, boolean scrolls) {}

    boolean wraps() {
        return flow.wrap() != Wrap.NO_WRAP;
    }

    Axis main() {
        return flow.direction().axis();
    }
}
