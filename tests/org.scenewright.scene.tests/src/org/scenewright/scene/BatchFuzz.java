// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes any bytes for what a colleague and what a script sent; the document stays sound. It needs
 * no test library, so that a fuzzer can run it.
 */
public final class BatchFuzz {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final SceneSnapshot START = SceneText.read("Box at 1,2,3\n  Lid\nCrate\n");

    private BatchFuzz() {}

    /**
     * @throws AssertionError when something does not hold
     */
    public static void fuzzerTestOneInput(byte[] input) {
        var scene = new Scene(START);
        scene.share("me", batch -> {});
        scene.merge(ByteBuffer.wrap(input), PEER);
        check(scene);
        try {
            var batch = BatchCodec.read(input);
            require(
                    BatchCodec.read(BatchCodec.write(batch)).equals(batch),
                    "a batch is the same when it is read again");
            scene.merge(batch, PEER);
            check(scene);
            require(scene.merge(batch, PEER).changes().list().isEmpty(), "twice is as once");
        } catch (IOException refused) {
            require(input.length < 1 << 20 || refused.getMessage() != null, "it says why");
        }
    }

    private static void check(Scene scene) {
        var snapshot = scene.snapshot();
        for (var entity : snapshot.entities()) {
            require(
                    Hierarchy.effective(snapshot, entity).equals(snapshot.parent(entity)),
                    "everybody hangs where they want");
            var ranks = snapshot.children(entity).stream().map(snapshot::key).toList();
            var sorted = ranks.toArray(new OrderKey[0]);
            Arrays.sort(sorted);
            require(ranks.equals(Arrays.asList(sorted)), "siblings stand by their ranks");
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("broken: " + rule);
        }
    }
}
