// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;

/** What a client says to an archipelago service. */
sealed interface IslandRequest extends Packet {
    int CHALLENGE_REQUEST = 1;
    int SIGNED_CHALLENGE = 2;
    int HEARTBEAT = 3;

    /** This is who I am. */
    record ChallengeRequest(String address) implements IslandRequest {
        @Override
        public int number() {
            return CHALLENGE_REQUEST;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, address);
        }
    }

    /** Here it is, as an {@link AuthChain}. */
    record SignedChallenge(String chain) implements IslandRequest {
        @Override
        public int number() {
            return SIGNED_CHALLENGE;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, chain);
        }
    }

    /** I am still there, and that is where. */
    record Heartbeat(Position position) implements IslandRequest {
        private static final int COORDINATE = 1 + Float.BYTES;

        @Override
        public int number() {
            return HEARTBEAT;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeTag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(3 * COORDINATE);
            out.writeFloat(1, position.x());
            out.writeFloat(2, position.y());
            out.writeFloat(3, position.z());
        }
    }
}
