// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.Bye;
import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Compare;
import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Differing;
import org.scenewright.collab.SessionMessage.Digest;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.FileCheck;
import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.FilesDiffer;
import org.scenewright.collab.SessionMessage.HasSaved;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Kick;
import org.scenewright.collab.SessionMessage.MeetsAt;
import org.scenewright.collab.SessionMessage.Numbers;
import org.scenewright.collab.SessionMessage.NumbersRequest;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.PlayBytes;
import org.scenewright.collab.SessionMessage.Plays;
import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;
import org.scenewright.collab.SessionMessage.Restate;
import org.scenewright.collab.SessionMessage.RolesRequest;
import org.scenewright.collab.SessionMessage.RolesTold;
import org.scenewright.collab.SessionMessage.Seen;
import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.collab.SessionMessage.TooFar;
import org.scenewright.collab.SessionMessage.VouchRequest;
import org.scenewright.collab.SessionMessage.Vouched;
import org.scenewright.runtime.PlayTalk;
import org.scenewright.scene.NumberBlock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/** The bytes of a {@link SessionMessage}: its kind, then its parts in order. */
final class MessageCodec {
    private static final int LONGEST_REASON = 1024;

    private MessageCodec() {}

    static byte[] write(SessionMessage message) {
        var out = new Output();
        switch (message) {
            case Hello hello -> write(hello, out.octet(1));
            case Edits edits -> write(edits, out.octet(2));
            case Seen(var standing) -> standing.write(out.octet(3));
            case Ask(var base, var reach) -> reach.write(out.octet(4).number(base));
            case TooFar(var base) -> out.octet(5).number(base);
            case StateRequest(var nonce) -> out.octet(6).number(nonce);
            case Offer(var nonce, var transfer, var contents) ->
                    contents.write(out.octet(7).number(nonce).number(transfer));
            case Refused(var nonce, var reason) -> out.octet(8).number(nonce).text(reason);
            case Pull(var transfer, var first, var count) ->
                    out.octet(9).number(transfer).integer(first).integer(count);
            case Piece(var transfer, var index, var bytes) ->
                    out.octet(10).number(transfer).integer(index).bytes(bytes);
            case RolesRequest r -> out.octet(11);
            case RolesTold(var roles) -> roles.write(out.octet(12));
            case Present present -> write(present, out.octet(13));
            case Bye(var wrote) -> wrote.write(out.octet(14));
            case Chunk(var id, var index, var count, var bytes) ->
                    out.octet(15).number(id).integer(index).integer(count).bytes(bytes);
            case Squeezed(var bytes) -> out.octet(127).bytes(bytes);
            case NumbersRequest(var nonce, var count) -> out.octet(16).number(nonce).integer(count);
            case Numbers(var nonce, var blocks) ->
                    out.octet(17)
                            .number(nonce)
                            .list(blocks, (b, o) -> o.integer(b.first()).integer(b.size()));
            case Kick(var reason) -> out.octet(18).text(reason);
            case MeetsAt(var place) -> out.octet(19).text(place);
            case HasSaved s -> out.octet(20);
            case VouchRequest(var base) -> out.octet(21).number(base);
            case Vouched(var base, var signer) -> signer.write(out.octet(22).number(base));
            case FileRequest(var nonce, var path) -> out.octet(40).number(nonce).text(path);
            case FileOffer(var nonce, var transfer, var hash, var contents) ->
                    contents.write(out.octet(41).number(nonce).number(transfer).text(hash.text()));
            case Digest(var mark, var sum) -> out.octet(30).number(mark).number(sum);
            case Compare compare -> DigestCodec.write(compare, out.octet(31));
            case Differing differing -> DigestCodec.write(differing, out.octet(32));
            case Restate restate -> DigestCodec.write(restate, out.octet(33));
            case Plays(var isPlaying) -> out.octet(42).flag(isPlaying);
            case PlayBytes(var bytes) -> out.octet(43).bytes(bytes);
            case FileCheck(var nonce, var marks) ->
                    out.octet(44).number(nonce).list(marks, FileMark::write);
            case FilesDiffer(var nonce, var paths) ->
                    out.octet(45).number(nonce).list(paths, (path, o) -> o.text(path));
        }
        return out.toBytes();
    }

    private static void write(Hello hello, Output out) {
        hello.standing().write(out);
        hello.profile().write(out);
        hello.attestation().write(out);
        out.flag(hello.isAsking());
    }

    private static void write(Edits edits, Output out) {
        var seals = edits.batches().stream().map(SignedBatch::seal).distinct().toList();
        out.number(edits.base()).list(edits.authors(), Attestation::write).list(seals, Seal::write);
    }

    /**
     * Reads what somebody sent.
     *
     * @throws IOException when the bytes are no message; it says what is wrong
     */
    static SessionMessage read(ByteBuffer bytes) throws IOException {
        var in = new Input(bytes);
        var message = read(in.octet(), in);
        in.end();
        return message;
    }

    private static SessionMessage read(int kind, Input in) throws IOException {
        return switch (kind) {
            case 1 -> hello(in);
            case 2 -> edits(in);
            case 3 -> new Seen(Standing.read(in));
            case 4 -> new Ask(in.number(), Reach.read(in));
            case 5 -> new TooFar(in.number());
            case 6 -> new StateRequest(in.number());
            case 7 -> new Offer(in.number(), in.number(), Contents.read(in));
            case 8 -> new Refused(in.number(), in.text(LONGEST_REASON));
            case 9 -> new Pull(in.number(), in.integer(), in.integer());
            case 10 -> new Piece(in.number(), in.integer(), in.bytes(Integer.MAX_VALUE));
            case 11 -> new RolesRequest();
            case 12 -> new RolesTold(SignedRoles.read(in));
            case 13 -> present(in);
            case 14 -> new Bye(Reach.read(in));
            case 15 ->
                    new Chunk(in.number(), in.integer(), in.integer(), in.bytes(Integer.MAX_VALUE));
            case 16 -> new NumbersRequest(in.number(), in.integer());
            case 17 -> new Numbers(in.number(), in.list(Numbers.MOST, MessageCodec::block));
            case 18 -> new Kick(in.text(LONGEST_REASON));
            case 19 -> new MeetsAt(in.text(MeetsAt.LONGEST));
            case 20 -> new HasSaved();
            case 21 -> new VouchRequest(in.number());
            case 22 -> new Vouched(in.number(), ProvenReach.Signer.read(in));
            case 40 -> new FileRequest(in.number(), in.text(FileRequest.LONGEST));
            case 41 ->
                    new FileOffer(in.number(), in.number(), FileMark.hash(in), Contents.read(in));
            case 30 -> new Digest(in.number(), in.number());
            case 31 -> DigestCodec.compare(in);
            case 32 -> DigestCodec.differing(in);
            case 33 -> DigestCodec.restate(in);
            case 42 -> new Plays(in.flag());
            case 43 -> new PlayBytes(in.bytes(PlayTalk.LONGEST));
            case 44 -> new FileCheck(in.number(), in.list(FileCheck.MOST, FileMark::read));
            case 45 -> new FilesDiffer(in.number(), in.list(FileCheck.MOST, MessageCodec::path));
            case 127 -> new Squeezed(in.bytes(Integer.MAX_VALUE));
            default -> throw new IOException("a message of kind " + kind);
        };
    }

    private static void write(Present present, Output out) {
        out.number(present.sequence());
        PresenceCodec.write(present.presence(), out);
    }

    private static Present present(Input in) throws IOException {
        return new Present(in.tally(), PresenceCodec.read(in));
    }

    private static String path(Input in) throws IOException {
        return in.text(FileRequest.LONGEST);
    }

    private static NumberBlock block(Input in) throws IOException {
        try {
            return new NumberBlock(in.integer(), in.integer());
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static Hello hello(Input in) throws IOException {
        return new Hello(Standing.read(in), Profile.read(in), Attestation.read(in), in.flag());
    }

    private static Edits edits(Input in) throws IOException {
        long base = in.number();
        var authors = in.list(SessionMessage.MOST_AUTHORS, Attestation::read);
        var batches = new ArrayList<SignedBatch>();
        for (int seals = in.count(SessionMessage.MOST_BATCHES); seals > 0; seals--) {
            batches.addAll(Seal.read(in));
            if (batches.size() > SessionMessage.MOST_BATCHES + Seal.MOST) {
                throw new IOException("too many edits at once");
            }
        }
        return new Edits(base, authors, batches);
    }
}
