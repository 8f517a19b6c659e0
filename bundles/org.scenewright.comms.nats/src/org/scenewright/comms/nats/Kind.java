// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

/** What an envelope is about, and so on which subject of a room it travels. */
enum Kind {
    /** Somebody is there; again every other second. */
    HERE("here"),
    /** Something that need not arrive. */
    LOOSE("loose"),
    /** Something that has to arrive; kept by the stream. */
    FIRM("firm"),
    /** The last that comes of a session; kept by the stream behind all that came before. */
    FAREWELL("firm");

    private final String subject;

    Kind(String subject) {
        this.subject = subject;
    }

    /** The last word of the subject. */
    String subject() {
        return subject;
    }

    boolean isStored() {
        return this == FIRM || this == FAREWELL;
    }

    /**
     * @throws CommsException when there is none of this number
     */
    static Kind of(int number) {
        if (number < 0 || number >= values().length) {
            throw new CommsException("There is no envelope of kind " + number + ".");
        }
        return values()[number];
    }
}
