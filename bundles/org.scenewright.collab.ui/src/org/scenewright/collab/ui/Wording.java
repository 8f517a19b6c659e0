// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Elsewhere;
import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;
import org.scenewright.comms.ConnectionString;
import org.scenewright.scene.Difference;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read about a shared session. */
final class Wording {
    private static final int LONGEST = 80;
    private static final int MOST_NAMES = 3;
    private static final Pattern HOST = Pattern.compile("//(?:[^/?#]*@)?([^/?#@]+)");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Wording() {}

    static String date(Instant at) {
        return DATE.format(at.atZone(ZoneId.systemDefault()));
    }

    /**
     * How a session stands.
     *
     * @param others how many others are there
     */
    static String state(SharedStatus status, int others) {
        return switch (status.stage()) {
            case CONNECTING -> "Connecting…";
            case JOINING -> "Joining…";
            case LIVE -> live(others);
            case OFFLINE -> "Offline" + waiting(status.waiting());
            case KICKED -> "Sent away";
            case LEFT -> "Left";
        };
    }

    private static String live(int others) {
        return switch (others) {
            case 0 -> "Shared, nobody else is here";
            case 1 -> "Live with one other";
            default -> "Live with " + others + " others";
        };
    }

    /** Of more than one nobody is told how many: of a drag each step is counted. */
    private static String waiting(long edits) {
        return edits == 0 ? "" : edits == 1 ? ", one edit waits" : ", your last edits wait";
    }

    /** What somebody who leaves ought to know first; nothing where there is nothing. */
    static String leaving(Waiting waiting) {
        return Stream.of(
                        unheard(waiting.edits()),
                        undecided(waiting.decisions()),
                        guests(waiting.guests()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String unheard(long edits) {
        return edits == 0
                ? ""
                : (edits == 1 ? "Your last edit was" : "Your last edits were")
                        + " heard by nobody yet; what you have edited is kept, and reaches the"
                        + " others when you join the same session again.";
    }

    private static String undecided(int fields) {
        return fields == 0
                ? ""
                : "There "
                        + (fields == 1 ? "is " : "are ")
                        + open(fields)
                        + ", which you will be asked about again when you join again.";
    }

    private static String guests(List<String> others) {
        return others.isEmpty()
                ? ""
                : some(others)
                        + (others.size() == 1 ? " is" : " are")
                        + " in the room that you opened; it ends for them.";
    }

    static String role(Role role) {
        return switch (role) {
            case OWNER -> "Owner";
            case EDITOR -> "Editor";
            case VIEWER -> "Viewer";
            case BANNED -> "Sent away";
        };
    }

    /** How somebody is called in a list. */
    static String name(Person person, boolean isFollowed) {
        String name = person.profile().name();
        return person.isMe() ? name + " (you)" : isFollowed ? name + " (you follow)" : name;
    }

    /** What whoever follows somebody is told, without its full stop. */
    static String following(Person leader) {
        return "Following " + leader.profile().name() + " – turn the camera to stop";
    }

    /** Whether somebody is not there, since the owner sent them away. */
    static boolean isAway(Person person) {
        return person.role() == Role.BANNED;
    }

    /** What everybody is told where the owner sent somebody away. */
    static String sentAway(Person person) {
        return person.profile().name() + " was sent away.";
    }

    /**
     * What the owner is told besides.
     *
     * @param isHere whether it is from a room that the owner keeps
     */
    static String sentAway(Person person, boolean isHere) {
        return sentAway(person)
                + (isHere
                        ? " Until you let them in again they cannot come back."
                        : " They are heard no more, but can go on listening: this room is not yours"
                                + " to close. In one on this computer they are not let in.");
    }

    /** Some people, by their names where they are few. */
    static String some(List<String> names) {
        int last = names.size() - 1;
        return names.size() > MOST_NAMES
                ? names.size() + " people"
                : last == 0
                        ? names.getFirst()
                        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** What the owner is told who lets somebody in again. */
    static String letIn(Person person) {
        return person.profile().name() + " can join again by the link.";
    }

    /** What somebody does at the moment. */
    static String doing(Person person) {
        var presence = person.presence();
        if (!presence.holding().isEmpty()) {
            return "dragging " + counted(presence.holding().size());
        }
        return presence.editing()
                .map(field -> "at " + shortName(field.component()) + " › " + field.path())
                .orElseGet(() -> selected(presence.selection().size()));
    }

    private static String selected(int count) {
        return count == 0 ? "" : counted(count) + " selected";
    }

    private static String counted(int entities) {
        return entities == 1 ? "one entity" : entities + " entities";
    }

    private static String shortName(String component) {
        return component.substring(component.lastIndexOf(':') + 1);
    }

    /** What a difference is in; the entity itself has no component. */
    static String component(Difference difference) {
        return difference.component().isEmpty() ? "" : shortName(difference.component());
    }

    /** Which part of it, or all. */
    static String field(Difference difference) {
        return difference.path().isEmpty() ? "all" : difference.path().toString();
    }

    /** A value, not too long to be read at a glance. */
    static String value(Optional<Value> value) {
        String text = value.map(ValueJson::print).orElse("none");
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** What the person is told of what their scene had of its own. */
    static String offered(long fields) {
        return (fields == 1
                        ? "One field that you changed is"
                        : fields + " fields that you changed are")
                + " not what the others have. "
                + DecisionsDialog.TITLE
                + "… in People: Use Mine or Use Theirs.";
    }

    /** What the person is told of what two wrote at once. */
    static String crossed(long fields) {
        return fields == 1
                ? "You and somebody else changed one field at once. See both values in People."
                : "You and others changed " + fields + " fields at once. See them in People.";
    }

    /** What there is to decide; nothing where there is nothing. */
    static String open(int decisions) {
        return decisions == 0
                ? ""
                : decisions == 1 ? "one field to decide" : decisions + " fields to decide";
    }

    /** What becomes of the link to a session that is gone on with. */
    static String link(boolean isSame) {
        return isSame
                ? "The link stays the same."
                : "The link is a new one, as the session meets elsewhere.";
    }

    /** What the person is told of where the owner goes. */
    static String elsewhere(Elsewhere to) {
        return to.name()
                + to.place()
                        .map(place -> " meets at " + place(place) + " now.")
                        .orElse(" meets elsewhere now; ask for the link that leads there.");
    }

    /** A place without secrets: the computer, or where there is none the protocol. */
    static String place(ConnectionString place) {
        var host = HOST.matcher(place.parameters());
        return host.find() ? host.group(1) : place.protocol();
    }

    /** What others wrote is no markup. */
    static String plain(String text) {
        return text.replace('<', '(').replace('>', ')').replace("&", "&&");
    }

    /** As it stands at the beginning of a sentence. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
