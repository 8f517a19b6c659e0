// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsException;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says that a scene is under edition, and where those meet who edit it (ADR-2).
 *
 * @param scene what the copies of a scene have in common, by {@link #mark}
 * @param base the parcel whose corner is the scene's origin
 * @param title of the scene, for people
 * @param name of who says it, for people
 * @param link by which others join
 */
public record EditionBeacon(
        String scene, Parcel base, String title, String name, SessionLink link) {
    /** Most bytes of one. */
    static final int MOST_BYTES = 8 << 10;

    private static final int VERSION = 1;
    private static final int MOST_TEXT = 256;
    private static final int MOST_LINK = 4096;
    private static final int MARK_BYTES = 16;
    private static final int FARTHEST = 1_000_000;
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{" + 2 * MARK_BYTES + "}");

    /**
     * @throws CommsException where others could not be asked to follow such a link
     */
    public EditionBeacon {
        title = plain(title);
        name = plain(name);
        if (!MARK.matcher(scene).matches()
                || Math.abs((long) base.x()) > FARTHEST
                || Math.abs((long) base.y()) > FARTHEST) {
            throw new CommsException("This is the mark of no scene.");
        }
        if (!isHarmless(link)) {
            throw new CommsException(
                    "Others can be asked into rooms of ws-room: and nats: alone, and without"
                            + " options that name files.");
        }
    }

    /** One line without anything that makes it look like something else. */
    private static String plain(String text) {
        String line =
                text.codePoints()
                        .filter(c -> Character.isLetterOrDigit(c) || isOrdinary(c))
                        .limit(MOST_TEXT / Integer.BYTES)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return line.strip();
    }

    private static boolean isOrdinary(int character) {
        return character == ' ' || character > ' ' && character < 0x7F;
    }

    /** Files and passwords of the person here are nothing that others may choose among. */
    private static boolean isHarmless(SessionLink link) {
        String parameters = link.connection().parameters();
        return link.text().getBytes(StandardCharsets.UTF_8).length <= MOST_LINK
                && switch (link.connection().protocol()) {
                    case "ws-room" -> true;
                    case "nats" -> !parameters.contains("?") && !parameters.contains("@");
                    default -> false;
                };
    }

    /** The same where the session meets elsewhere; nothing where others could not go there. */
    public Optional<EditionBeacon> at(SessionLink next) {
        return isHarmless(next)
                ? Optional.of(new EditionBeacon(scene, base, title, name, next))
                : Optional.empty();
    }

    /**
     * What all copies of a scene have in common, as 32 hexadecimal digits: the project of its
     * author where it names one, else its title and its land.
     *
     * @param settings the value of {@code scene.json}
     */
    public static String mark(Value settings) {
        var scene = SceneSettings.of(settings);
        String project = settings.text("source.projectId", "");
        String land =
                scene.parcels().stream()
                        .map(parcel -> parcel.x() + "," + parcel.y())
                        .sorted()
                        .collect(Collectors.joining(" "));
        String own = project.isEmpty() ? "title " + scene.title() : "project " + project;
        String world = settings.text("worldConfiguration.name", "");
        String common = String.join("\n", own, world, land);
        return digest(common.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    byte[] toBytes() {
        return new Output()
                .octet(VERSION)
                .text(scene)
                .integer(base.x())
                .integer(base.y())
                .text(title)
                .text(name)
                .text(link.text())
                .toBytes();
    }

    /**
     * Reads one.
     *
     * @throws IOException when these bytes are none; what others sent is not quoted
     */
    static EditionBeacon read(ByteBuffer bytes) throws IOException {
        var in = new Input(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IOException("a beacon of version " + version);
        }
        try {
            var beacon =
                    new EditionBeacon(
                            in.text(2 * MARK_BYTES),
                            new Parcel(in.integer(), in.integer()),
                            in.text(MOST_TEXT),
                            in.text(MOST_TEXT),
                            SessionLink.parse(in.text(MOST_LINK)));
            in.end();
            return beacon;
        } catch (CommsException noLink) {
            throw new IOException("a beacon that leads nowhere", noLink);
        }
    }
}
