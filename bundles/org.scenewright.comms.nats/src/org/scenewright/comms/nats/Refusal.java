// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

/** Why something that came was dropped. */
enum Refusal {
    /** It is no envelope, or one of another subject. */
    GARBAGE,
    /** It is longer than anything that is sent. */
    OVERSIZE,
    /** Nobody whose key it names signed it, or that key speaks for nobody. */
    FORGED,
    /** It came before, or its session is over. */
    REPLAYED,
    /** Its session is not known yet, and it brings no proof. */
    UNKNOWN,
    /** It was sealed at another time, or a clock is wrong. */
    STALE,
    /** There are too many sessions. */
    CROWDED,
    /** More came than can be looked at. */
    OVERRUN
}
