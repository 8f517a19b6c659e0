// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.RoomStorage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was edited in a room and is in no copy any more, as all were lost who had heard it: who is
 * alone there takes it from what the room holds of what was said, once for each connection. Each
 * edit counts by its own signature; whatever else was said is over. What is here already of what
 * the room told is not told again. On the thread of the session.
 */
final class Recalling {
    private static final System.Logger LOG = System.getLogger(Recalling.class.getName());
    private static final int MOST = 16 << 20;

    private final Parts parts;
    private final Spreading spreading;
    private final Spreading.Trouble trouble;
    private Optional<RoomStorage> room = Optional.empty();
    private boolean isAsked;
    private Known known = new Known("", 0, Reach.NOTHING);

    /** Something that somebody said once. */
    private record Said(String sender, SessionMessage message) {}

    /**
     * What was recalled.
     *
     * @param end where it ends in what the room holds
     * @param edited how far the edits in it go, which need not have been taken in
     */
    private record Known(String end, long base, Reach edited) {}

    /** What was said, and the end of it. */
    private record Found(List<Said> said, String end) {}

    Recalling(Parts parts, Spreading spreading, Spreading.Trouble trouble) {
        this.parts = parts;
        this.spreading = spreading;
        this.trouble = trouble;
    }

    /** There is another connection, to a room that may hold something. */
    void connected(Optional<RoomStorage> there) {
        room = there;
        isAsked = false;
    }

    void disconnected() {
        room = Optional.empty();
    }

    /** Lets time pass for who has what the room stored of the session. */
    void tick() {
        if (!isAsked) {
            isAsked = true;
            room.filter(there -> parts.peers().all().isEmpty()).ifPresent(this::ask);
        }
    }

    private void ask(RoomStorage there) {
        there.said(isHere(known) ? known.end() : RoomStorage.Said.BEGINNING, MOST)
                .thenApplyAsync(
                        found -> new Found(read(found.messages()), found.end()), parts.beside())
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                LOG.log(System.Logger.Level.INFO, "nothing is recalled", failure);
                            } else if (room.filter(now -> now == there).isPresent()) {
                                found.said().forEach(this::take);
                                note(found);
                            }
                        },
                        parts.executor());
    }

    private boolean isHere(Known some) {
        var log = parts.log();
        return some.base() == log.base() && log.reach().covers(some.edited());
    }

    private void note(Found found) {
        long base = parts.log().base();
        var edited = known.base() == base ? known.edited() : Reach.NOTHING;
        var last = new TreeMap<>(edited.last());
        for (var said : found.said()) {
            if (said.message() instanceof Edits edits && edits.base() == base) {
                edits.batches().forEach(b -> last.merge(b.author(), b.sequence(), Math::max));
            }
        }
        known = new Known(found.end(), base, new Reach(last));
    }

    private List<Said> read(List<CommsEvent.Message> messages) {
        // What the person here said once is news, too, when a former process did.
        var wire = new Wire(parts.authority().session(), "");
        wire.trust(sender -> Optional.of(Role.EDITOR));
        var said = new ArrayList<Said>();
        for (var message : messages) {
            try {
                wire.receive(message.address(), message.data(), 0)
                        .filter(what -> what instanceof Hello || what instanceof Edits)
                        .ifPresent(what -> said.add(new Said(message.address(), what)));
            } catch (IOException broken) {
                LOG.log(System.Logger.Level.DEBUG, "not recalled", broken);
            }
        }
        return said;
    }

    private void take(Said said) {
        boolean mayEdit = parts.authority().of(said.sender()).mayEdit();
        if (mayEdit && said.message() instanceof Hello hello) {
            parts.keys().hear(hello.attestation());
        } else if (mayEdit && said.message() instanceof Edits edits) {
            spreading.take(said.sender(), edits, trouble);
        }
    }
}
