// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The session in which the person here shared a scene last; without its link, which may be secret.
 *
 * @param session its id
 * @param at when
 * @param place where it met, for people to read
 * @param room where, if that was a room of this workbench
 */
record LastShare(String session, Instant at, String place, Optional<Room> room) {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{32}) ([0-9]{1,11}) (here|elsewhere) (\\S+)");
    private static final Pattern ROOM = Pattern.compile("(ws|wss)://(\\S+):([0-9]{1,5})");

    /**
     * A room of this workbench.
     *
     * @param isSafe whether one comes there under TLS
     */
    record Room(String address, int port, boolean isSafe) {

        private static Optional<Room> read(String text) {
            return Optional.of(ROOM.matcher(text))
                    .filter(found -> found.matches())
                    .map(
                            found ->
                                    new Room(
                                            found.group(2).replaceAll("[\\[\\]]", ""),
                                            Integer.parseInt(found.group(3)),
                                            found.group(1).equals("wss")));
        }
    }

    /**
     * One that is to be remembered.
     *
     * @param way where it met
     * @param isHere whether in a room of this workbench
     */
    static LastShare of(String session, Instant at, String way, boolean isHere) {
        String place = way.replaceAll("\\s", "");
        return new LastShare(session, at, place, isHere ? Room.read(place) : Optional.empty());
    }

    /** As it is kept. */
    String line() {
        String where = room.isPresent() ? "here" : "elsewhere";
        return session + " " + at.getEpochSecond() + " " + where + " " + place;
    }

    /** Reads what was kept; nothing where it is none. */
    static Optional<LastShare> read(String line) {
        return Optional.of(LINE.matcher(line))
                .filter(found -> found.matches())
                .map(
                        found ->
                                of(
                                        found.group(1),
                                        Instant.ofEpochSecond(Long.parseLong(found.group(2))),
                                        found.group(4),
                                        found.group(3).equals("here")));
    }

    /** When it was, as people read it. */
    String date() {
        return Wording.date(at);
    }
}
