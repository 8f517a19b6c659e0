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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decodes Draco streams. The library behind it trusts what it reads: from a damaged stream it may
 * throw anything or never come back, so it works on threads of its own that are given up on. Any
 * thread.
 */
final class DracoDecoder {
    /** How long any stream may take, in seconds; hardly one takes more than a hundredth of it. */
    private static final int PATIENCE = 5;

    private static final int FACES_PER_SECOND = 20_000;

    /** How many threads may be given up on before nothing is decoded any more. */
    private static final int MOST_STUCK = 2;

    private final AtomicInteger stuck = new AtomicInteger();

    /**
     * Decodes a whole stream.
     *
     * @param header what the stream promises, which was found bearable
     */
    DracoStream decode(ByteBuffer bytes, DracoHeader header) {
        if (stuck.get() >= MOST_STUCK) {
            throw new AssetException("too many damaged Draco streams were opened before");
        }
        var copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return mesh(copy, PATIENCE + header.faces() / FACES_PER_SECOND)
                .filter(mesh -> mesh.getNumFaces() == header.faces())
                .map(DracoStream::new)
                .orElseThrow(() -> new AssetException("the Draco stream is damaged"));
    }

    private Optional<DracoMesh> mesh(byte[] bytes, long seconds) {
        var task = new FutureTask<>(() -> Draco.decode(bytes));
        var thread = Thread.ofPlatform().daemon().name("draco").start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS) instanceof DracoMesh mesh
                    ? Optional.of(mesh)
                    : Optional.empty();
        } catch (ExecutionException e) {
            throw new AssetException("the Draco stream is damaged", e);
        } catch (TimeoutException e) {
            stuck.incrementAndGet();
            thread.setPriority(Thread.MIN_PRIORITY);
            throw new AssetException("the Draco stream is damaged and does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssetException("nobody waits for the Draco stream any more", e);
        }
    }
}
