// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** What a player can press, in the order of the numbers of the SDK. */
public enum InputAction {
    POINTER,
    PRIMARY,
    SECONDARY,
    ANY,
    FORWARD,
    BACKWARD,
    RIGHT,
    LEFT,
    JUMP,
    WALK,
    ACTION_3,
    ACTION_4,
    ACTION_5,
    ACTION_6,
    MODIFIER
}
