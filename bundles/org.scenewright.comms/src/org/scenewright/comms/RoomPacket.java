// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** What both ends of a room say to each other (RFC-5), besides {@link PeerUpdate}s. */
sealed interface RoomPacket extends Packet
        permits PeerUpdate,
                RoomPacket.Welcome,
                RoomPacket.PeerJoin,
                RoomPacket.Challenge,
                RoomPacket.SignedChallenge,
                RoomPacket.PeerLeave,
                RoomPacket.Identification,
                RoomPacket.Kicked,
                RoomPacket.Unknown {
    int WELCOME = 1;
    int PEER_JOIN = 2;
    int PEER_UPDATE = 3;
    int CHALLENGE = 4;
    int SIGNED_CHALLENGE = 5;
    int PEER_LEAVE = 6;
    int IDENTIFICATION = 7;
    int KICKED = 8;

    /** You are in; these are there. */
    record Welcome(int alias, Map<Integer, String> peers) implements RoomPacket {
        private static final int PEERS = 2;

        static Welcome read(CodedInputStream in) throws IOException {
            int alias = 0;
            var peers = new TreeMap<Integer, String>();
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> alias = in.readUInt32();
                    case PEERS -> peer(in.readByteBuffer(), peers);
                    default -> in.skipField(tag);
                }
            }
            return new Welcome(alias, peers);
        }

        private static void peer(ByteBuffer entry, Map<Integer, String> peers) throws IOException {
            PeerJoin peer = PeerJoin.read(CodedInputStream.newInstance(entry));
            peers.put(peer.alias(), peer.address());
        }

        @Override
        public int number() {
            return WELCOME;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeUInt32(1, alias);
            for (var peer : peers.entrySet()) {
                out.writeByteArray(PEERS, new PeerJoin(peer.getKey(), peer.getValue()).inside());
            }
        }
    }

    /** Somebody came. */
    record PeerJoin(int alias, String address) implements RoomPacket {
        static PeerJoin read(CodedInputStream in) throws IOException {
            int alias = 0;
            String address = "";
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> alias = in.readUInt32();
                    case 2 -> address = in.readString();
                    default -> in.skipField(tag);
                }
            }
            return new PeerJoin(alias, address);
        }

        @Override
        public int number() {
            return PEER_JOIN;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeUInt32(1, alias);
            out.writeString(2, address);
        }
    }

    /** Sign this, to show who you are. */
    record Challenge(String challenge, boolean isConnectedAlready) implements RoomPacket {
        static Challenge read(CodedInputStream in) throws IOException {
            String challenge = "";
            boolean isConnectedAlready = false;
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> challenge = in.readString();
                    case 2 -> isConnectedAlready = in.readBool();
                    default -> in.skipField(tag);
                }
            }
            return new Challenge(challenge, isConnectedAlready);
        }

        @Override
        public int number() {
            return CHALLENGE;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, challenge);
            out.writeBool(2, isConnectedAlready);
        }
    }

    /** Here it is, as an {@link AuthChain}. */
    record SignedChallenge(String chain) implements RoomPacket {
        @Override
        public int number() {
            return SIGNED_CHALLENGE;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, chain);
        }
    }

    /** Somebody left. */
    record PeerLeave(int alias) implements RoomPacket {
        static PeerLeave read(CodedInputStream in) throws IOException {
            return new PeerLeave(PeerJoin.read(in).alias());
        }

        @Override
        public int number() {
            return PEER_LEAVE;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeUInt32(1, alias);
        }
    }

    /** This is who I am. */
    record Identification(String address) implements RoomPacket {
        @Override
        public int number() {
            return IDENTIFICATION;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, address);
        }
    }

    /** You have to go, and shall not come back by yourself. */
    record Kicked(String reason) implements RoomPacket {
        @Override
        public int number() {
            return KICKED;
        }

        @Override
        public void write(CodedOutputStream out) throws IOException {
            out.writeString(1, reason);
        }
    }

    /** Something that may mean more to those who come later. */
    record Unknown() implements RoomPacket {
        @Override
        public int number() {
            return 0;
        }

        @Override
        public void write(CodedOutputStream out) {
            // There is nothing inside.
        }
    }

    /**
     * Reads a packet.
     *
     * @throws CommsException when the bytes are none
     */
    static RoomPacket read(ByteBuffer bytes) {
        try {
            return Packet.<RoomPacket>read(bytes, new Unknown(), RoomPacket::read);
        } catch (IOException unreadable) {
            throw new CommsException("A packet cannot be read.", unreadable);
        }
    }

    private static RoomPacket read(int number, CodedInputStream in, RoomPacket former)
            throws IOException {
        return switch (number) {
            case WELCOME -> Welcome.read(in);
            case PEER_JOIN -> PeerJoin.read(in);
            case PEER_UPDATE -> PeerUpdate.read(in);
            case CHALLENGE -> Challenge.read(in);
            case SIGNED_CHALLENGE -> new SignedChallenge(text(in));
            case PEER_LEAVE -> PeerLeave.read(in);
            case IDENTIFICATION -> new Identification(text(in));
            case KICKED -> new Kicked(text(in));
            default -> former;
        };
    }

    private static String text(CodedInputStream in) throws IOException {
        String text = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                text = in.readString();
            } else {
                in.skipField(tag);
            }
        }
        return text;
    }
}
