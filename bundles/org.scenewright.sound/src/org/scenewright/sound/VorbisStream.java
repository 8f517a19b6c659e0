// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The first Vorbis stream of an Ogg file, packet by packet. */
final class VorbisStream implements PcmStream {
    private static final int PIECE = 4096;

    private final InputStream in;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private final Info info = new Info();
    private final DspState decoder = new DspState();
    private final Block block;
    private boolean isBegun;
    private boolean isOver;

    VorbisStream(InputStream in) throws IOException {
        this.in = in;
        try {
            sync.init();
            info.init();
            header();
            decoder.synthesis_init(info);
            block = new Block(decoder);
        } catch (RuntimeException damaged) {
            throw new IOException("it is damaged", damaged);
        }
    }

    private void header() throws IOException {
        var comment = new Comment();
        comment.init();
        for (int i = 0; i < 3; i++) {
            if (!nextPacket()) {
                throw new IOException("it ends too early");
            }
            prepare(i, bytes());
            if (info.synthesis_headerin(comment, packet) < 0) {
                throw new IOException("it is damaged");
            }
        }
    }

    private byte[] bytes() {
        return Arrays.copyOfRange(packet.packet_base, packet.packet, packet.packet + packet.bytes);
    }

    private void prepare(int which, byte[] bytes) throws IOException {
        switch (which) {
            case 0 -> VorbisHeader.rate(bytes);
            case 1 -> {
                packet.packet_base = VorbisHeader.comments();
                packet.packet = 0;
                packet.bytes = packet.packet_base.length;
            }
            default -> VorbisHeader.check(bytes);
        }
    }

    private boolean nextPacket() throws IOException {
        while (true) {
            int found = isBegun ? stream.packetout(packet) : 0;
            if (found == 1) {
                return true;
            }
            if (found == 0 && !nextPage()) {
                return false;
            }
        }
    }

    /** Whether there was one; those of other streams are left out. */
    private boolean nextPage() throws IOException {
        while (true) {
            int found = sync.pageout(page);
            if (found == 1) {
                if (!isBegun) {
                    stream.init(page.serialno());
                    isBegun = true;
                }
                stream.pagein(page);
                return true;
            }
            if (found == 0 && !fill()) {
                return false;
            }
        }
    }

    private boolean fill() throws IOException {
        int at = sync.buffer(PIECE);
        int read = in.read(sync.data, at, PIECE);
        sync.wrote(Math.max(0, read));
        return read > 0;
    }

    @Override
    public int rate() {
        return info.rate;
    }

    @Override
    public int read(float[] stereo, int most) throws IOException {
        try {
            var pcm = new float[1][][];
            int[] from = new int[info.channels];
            int ready = decoder.synthesis_pcmout(pcm, from);
            while (ready == 0 && !isOver) {
                decode();
                ready = decoder.synthesis_pcmout(pcm, from);
            }
            int frames = Math.min(most, ready);
            int last = Math.min(1, info.channels - 1);
            for (int i = 0; i < frames; i++) {
                stereo[2 * i] = Math.clamp(pcm[0][0][from[0] + i], -1, 1);
                stereo[2 * i + 1] = Math.clamp(pcm[0][last][from[last] + i], -1, 1);
            }
            decoder.synthesis_read(frames);
            return frames;
        } catch (RuntimeException damaged) {
            throw new IOException("it is damaged", damaged);
        }
    }

    private void decode() throws IOException {
        isOver = !nextPacket();
        // A packet that cannot be understood is left out.
        if (!isOver && block.synthesis(packet) == 0) {
            decoder.synthesis_blockin(block);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
