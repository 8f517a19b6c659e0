// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * What a room keeps for those who come later, for a while: things under short names, each whole;
 * usable from any thread, and nothing in it waits.
 *
 * <p>It proves nobody: whoever may enter the room may read all of it and replace it, so that who
 * gets something has to look who made it.
 */
public interface RoomStorage {
    /** How a thing may be called. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Some of what was said in a room.
     *
     * @param end stands for where it ends, to be read on from there; known to the room alone
     */
    record Said(List<CommsEvent.Message> messages, String end) {
        /** Where everything begins. */
        public static final String BEGINNING = "";

        static final Said NOTHING = new Said(List.of(), BEGINNING);

        public Said {
            messages = List.copyOf(messages);
        }
    }

    /** How many bytes a thing may have. */
    int mostBytes();

    /**
     * Keeps something in place of what had this name before.
     *
     * @param bytes not changed from now on; at most {@link #mostBytes}
     * @return complete when the room has it; fails with a {@link CommsException} when it may not
     * @throws IllegalArgumentException when there are more bytes than that, or this is no name
     */
    CompletableFuture<Void> put(String name, byte[] bytes);

    /**
     * What has this name; nothing where nothing has, or has any more.
     *
     * @param most how many bytes are wanted at most
     * @return fails with a {@link CommsException} when it cannot be had, or is more than that
     * @throws IllegalArgumentException when this is no name
     */
    CompletableFuture<Optional<byte[]>> get(String name, int most);

    /**
     * The last of what was said to all in the room and had to arrive, in the order in which it was
     * said; nothing where the room does not keep that. Who said it is proven, but not that it is
     * said only once, nor when.
     *
     * @param from the end of what is known of it, or {@link Said#BEGINNING}; what it knows no end
     *     of is told from the beginning
     * @param most how many bytes are wanted at most
     * @return fails with a {@link CommsException} when it cannot be had
     */
    default CompletableFuture<Said> said(String from, int most) {
        return CompletableFuture.completedFuture(Said.NOTHING);
    }

    /**
     * @throws IllegalArgumentException when a thing may not be called so
     */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A thing is called by up to 64 letters, digits, hyphens and underscores.");
        }
    }

    /**
     * @throws IllegalArgumentException when these are too many
     */
    static void checkSize(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are more than the " + most + " that are kept.");
        }
    }
}
