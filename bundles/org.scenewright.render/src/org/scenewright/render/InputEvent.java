// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/**
 * What a person does with mouse and keys; places are pixels of the picture from its upper left
 * corner.
 */
public sealed interface InputEvent {

    /** The buttons of a mouse. */
    enum Button {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /** The keys that the tools know; everything else is the workbench's. */
    enum Key {
        A,
        D,
        E,
        F,
        Q,
        R,
        S,
        V,
        W,
        X,
        ONE,
        TWO,
        THREE,
        FOUR,
        SPACE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        HOME,
        ESCAPE,
        SHIFT,
        CONTROL,
        ALT;

        /** The key that types a letter, a digit or a space. */
        public static Optional<Key> of(char letter) {
            return switch (Character.toUpperCase(letter)) {
                case 'A' -> Optional.of(A);
                case 'D' -> Optional.of(D);
                case 'E' -> Optional.of(E);
                case 'F' -> Optional.of(F);
                case 'Q' -> Optional.of(Q);
                case 'R' -> Optional.of(R);
                case 'S' -> Optional.of(S);
                case 'V' -> Optional.of(V);
                case 'W' -> Optional.of(W);
                case 'X' -> Optional.of(X);
                case '1' -> Optional.of(ONE);
                case '2' -> Optional.of(TWO);
                case '3' -> Optional.of(THREE);
                case '4' -> Optional.of(FOUR);
                case ' ' -> Optional.of(SPACE);
                default -> Optional.empty();
            };
        }
    }

    /** The keys held while something happens; control is Command on a Mac. */
    record Modifiers(boolean shift, boolean control, boolean alt) {
        public static final Modifiers NONE = new Modifiers(false, false, false);
    }

    /** A button went down. */
    record PointerDown(double x, double y, Button button, Modifiers modifiers)
            implements InputEvent {}

    /** The pointer is somewhere else; many moves may be reported as one. */
    record PointerMoved(double x, double y, Modifiers modifiers) implements InputEvent {}

    /** A button went up. */
    record PointerUp(double x, double y, Button button, Modifiers modifiers)
            implements InputEvent {}

    /**
     * The wheel turned.
     *
     * @param amount notches, positive away from the person, which goes nearer
     */
    record Wheel(double x, double y, double amount, Modifiers modifiers) implements InputEvent {}

    /** A key went down, or repeats. */
    record KeyDown(Key key, Modifiers modifiers) implements InputEvent {}

    /** A key went up. */
    record KeyUp(Key key, Modifiers modifiers) implements InputEvent {}

    /** The pointer left the picture. */
    record Left() implements InputEvent {}

    /** The picture lost the focus or the mouse; whatever was going on ends where it is. */
    record Cancelled() implements InputEvent {}
}
