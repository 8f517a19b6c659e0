// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What an archipelago service says to its clients. */
sealed interface IslandNews {

    /** Sign this, to show who you are. */
    record Challenge(String challenge) implements IslandNews {}

    /** You are in. */
    record Welcome(String peer) implements IslandNews {}

    /** You are on another island now; those who are there meet at that connection string. */
    record Changed(String island, String connection) implements IslandNews {}

    /** Somebody left an island. */
    record Left(String island, String peer) implements IslandNews {}

    /** You have to go, and shall not come back by yourself. */
    record Kicked(int reason) implements IslandNews {
        private static final int BANNED = 1;

        String sentence() {
            return reason == BANNED
                    ? "The director has banned this address."
                    : "This address logged in elsewhere.";
        }
    }

    /** Who else came to the island, or something that means more to those who come later. */
    record Unknown() implements IslandNews {}

    /**
     * Reads a packet.
     *
     * @throws CommsException when the bytes are none
     */
    static IslandNews read(ByteBuffer bytes) {
        try {
            return Packet.<IslandNews>read(bytes, new Unknown(), IslandNews::read);
        } catch (IOException unreadable) {
            throw new CommsException("The director sent a packet that cannot be read.", unreadable);
        }
    }

    private static IslandNews read(int number, CodedInputStream in, IslandNews former)
            throws IOException {
        Fields fields = Fields.read(in);
        return switch (number) {
            case 1 -> new Challenge(fields.first);
            case 2 -> new Welcome(fields.first);
            case 3 -> new Changed(fields.first, fields.second);
            case 4 -> new Left(fields.first, fields.second);
            case 6 -> new Kicked(fields.number);
            default -> former;
        };
    }

    /** No packet has more that matters here than two texts, or a number. */
    record Fields(String first, String second, int number) {
        static Fields read(CodedInputStream in) throws IOException {
            String first = "";
            String second = "";
            int number = 0;
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (tag) {
                    case 1 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> first = in.readString();
                    case 2 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> second = in.readString();
                    case 1 << 3 | WireFormat.WIRETYPE_VARINT -> number = in.readUInt32();
                    default -> in.skipField(tag);
                }
            }
            return new Fields(first, second, number);
        }
    }
}
