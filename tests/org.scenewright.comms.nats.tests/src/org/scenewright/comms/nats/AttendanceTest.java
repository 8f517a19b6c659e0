// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.testing.Participant;

import java.util.List;

/** Somebody asks all the time who is in the room. */
class AttendanceTest {
    private final HandDriven time = new HandDriven();
    private final Hub hub = new Hub(time);
    private final Participant witness = come();
    private final Pen pen = pen();

    private Participant come() {
        var identity = OwnIdentity.generate();
        var participant = new Participant(identity, listener -> hub.adapter(identity, listener));
        participant.connect();
        return participant;
    }

    private Pen pen() {
        var identity = OwnIdentity.generate();
        var pen = new Pen("room", hub.clock());
        pen.prove(identity.sign(pen.challenge()).join());
        return pen;
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            var here = new Here(i, true, List.of(), hub.sessions());
            hub.say(Kind.HERE.subject(), pen.seal(Kind.HERE, here.toBytes()));
            time.advance(10);
        }
    }

    @Test
    void whoAsksAllTheTimeIsAnsweredOnceInASecond() {
        time.advance(10_000);
        int before = hub.said().size();
        ask(2000);
        int said = hub.said().size() - before;
        // Every two seconds it is said unasked.
        assertTrue(said > 10 + 15 && said <= 10 + 20 + Attendance.AT_ONCE + 1, said + " answers");
    }

    @Test
    void whoComesMeanwhileMeetsTheOthers() {
        ask(1000);
        var guest = come();
        ask(300);
        assertTrue(witness.sees(guest));
        assertTrue(guest.sees(witness));
    }
}
