// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/**
 * The room that a box is given, its margins included.
 *
 * @param ownerWidth how wide the inside of its parent is; not a number where that is open
 * @param ownerHeight how high that is
 */
record Room(Span width, Span height, float ownerWidth, float ownerHeight) {

    /** How a size is to be taken. */
    enum Mode {
        /** As large as the content wants to be. */
        FREE,
        /** Exactly that. */
        EXACT,
        /** As large as the content wants to be, but no larger than that. */
        AT_MOST
    }

    /** A size along one axis; not a number where it is free. */
    record Span(float size, Mode mode) {
        static final Span FREE = new Span(Float.NaN, Mode.FREE);

        static Span exact(float size) {
            return new Span(size, Mode.EXACT);
        }

        /** Exactly that, where it is known. */
        static Span known(float size) {
            return Float.isNaN(size) ? FREE : exact(size);
        }

        /** At most that, where it is known. */
        static Span most(float size) {
            return Float.isNaN(size) ? FREE : new Span(size, Mode.AT_MOST);
        }

        /** No more than that, where it is known. */
        Span within(float most) {
            if (Float.isNaN(most)) {
                return this;
            }
            return mode == Mode.FREE
                    ? new Span(most, Mode.AT_MOST)
                    : new Span(size > most ? most : size, mode);
        }

        boolean isExact() {
            return mode == Mode.EXACT;
        }
    }

    /** The sizes alone. */
    record Sizes(Span width, Span height) {}

    Sizes sizes() {
        return new Sizes(width, height);
    }

    /** A room of which the two sizes are along an axis and across it. */
    static Room of(Axis axis, Span along, Span across, float[] owner) {
        boolean isFlat = axis == Axis.HORIZONTAL;
        return new Room(isFlat ? along : across, isFlat ? across : along, owner[0], owner[1]);
    }

    Span along(Axis axis) {
        return axis == Axis.HORIZONTAL ? width : height;
    }

    float owner(Axis axis) {
        return axis == Axis.HORIZONTAL ? ownerWidth : ownerHeight;
    }
}
