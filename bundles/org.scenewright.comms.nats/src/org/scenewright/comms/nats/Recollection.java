// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What was said to all in a room, by what its stream holds; one thread. */
final class Recollection {
    // Who may write to the server can put there what is older, or again; readers know that.
    private static final Duration EVER = Duration.ofDays(3650);

    private final Refusals refusals = new Refusals();
    private final Gate gate;

    Recollection(String room, InstantSource clock) {
        this.gate = new Gate(room, EVER, clock, refusals);
    }

    /** What was dropped. */
    Refusals refusals() {
        return refusals;
    }

    /** The messages in those envelopes that somebody in the room sealed. */
    List<CommsEvent.Message> of(List<byte[]> envelopes) {
        var messages = new ArrayList<CommsEvent.Message>();
        for (byte[] bytes : envelopes) {
            try {
                gate.pass(Kind.FIRM.subject(), bytes)
                        .filter(said -> said.envelope().kind() == Kind.FIRM)
                        .ifPresent(said -> take(said, messages));
            } catch (CommsException noBody) {
                refusals.add(Refusal.GARBAGE);
            }
        }
        return messages;
    }

    private static void take(Gate.Said said, List<CommsEvent.Message> messages) {
        var caller = said.caller();
        for (Part part : Part.readAll(said.envelope().body())) {
            caller.join(part, NatsAdapter.MOST_BYTES)
                    .filter(whole -> part.only().isEmpty())
                    .map(whole -> new CommsEvent.Message(caller.address(), whole))
                    .ifPresent(messages::add);
        }
    }
}
