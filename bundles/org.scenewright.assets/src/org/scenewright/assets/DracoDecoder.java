// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import com.openize.drako.Draco;
import com.openize.drako.DracoMesh;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decodes Draco streams. The library behind it trusts what it reads: from a damaged stream it may
 * throw anything or never come back, so it works on threads of its own that are given up on. Any
 * thread.
 */
final class DracoDecoder {
    /** How long any stream may take, in seconds; hardly one takes more than a hundredth of it. */
    static final int PATIENCE = 5;

    private static final int FACES_PER_SECOND = 20_000;

    /** How many threads that were given up on may still run; meanwhile nothing is decoded. */
    private static final int MOST_STUCK = 2;

    private final Library library;
    private final int patience;
    private final AtomicInteger stuck = new AtomicInteger();

    /** Makes something of a stream, or does not. */
    interface Library {
        Object decode(byte[] stream) throws Exception;
    }

    DracoDecoder() {
        this(Draco::decode, PATIENCE);
    }

    /**
     * @param patience for a stream without triangles, in seconds
     */
    DracoDecoder(Library library, int patience) {
        this.library = library;
        this.patience = patience;
    }

    /**
     * Decodes a whole stream.
     *
     * @param header what the stream promises, which was found bearable
     */
    DracoStream decode(ByteBuffer bytes, DracoHeader header) {
        if (stuck.get() >= MOST_STUCK) {
            throw new AssetException("too many damaged Draco streams are still being read");
        }
        var copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return mesh(copy, patience + header.faces() / FACES_PER_SECOND)
                .filter(mesh -> mesh.getNumFaces() == header.faces())
                .map(DracoStream::new)
                .orElseThrow(() -> new AssetException("the Draco stream is damaged"));
    }

    private Optional<DracoMesh> mesh(byte[] bytes, long seconds) {
        // Whether giving up or the end has come first; whoever comes second makes room again.
        var isFirst = new AtomicBoolean(true);
        var task = new FutureTask<>(() -> decode(bytes, isFirst));
        var thread = Thread.ofPlatform().daemon().name("draco").start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS) instanceof DracoMesh mesh
                    ? Optional.of(mesh)
                    : Optional.empty();
        } catch (ExecutionException e) {
            throw new AssetException("the Draco stream is damaged", e);
        } catch (TimeoutException e) {
            stuck.incrementAndGet();
            leave(isFirst);
            thread.setPriority(Thread.MIN_PRIORITY);
            throw new AssetException("the Draco stream is damaged and does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssetException("nobody waits for the Draco stream any more", e);
        }
    }

    private Object decode(byte[] bytes, AtomicBoolean isFirst) throws Exception {
        try {
            return library.decode(bytes);
        } finally {
            leave(isFirst);
        }
    }

    private void leave(AtomicBoolean isFirst) {
        if (!isFirst.getAndSet(false)) {
            stuck.decrementAndGet();
        }
    }
}
