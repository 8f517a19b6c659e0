// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Changes;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.SharedState;
import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What another replica sent of itself, and the files as they are to be written from then on.
 *
 * @param state the document
 */
record SentState(SharedState state, LoadedScene files) {

    /**
     * Reads what was sent, on any thread.
     *
     * @throws CompletionException caused by an {@link IOException} where it is no state
     */
    static SentState read(byte[] bytes, LoadedScene files, Supplier<ComponentTypes> core) {
        try {
            var state = SharedState.read(Packed.unpack(bytes, SharedState.LARGEST), core.get());
            var rewritten = state.texts().map(texts -> files.rewriting(texts, core));
            return new SentState(state, rewritten.orElse(files));
        } catch (IOException unfit) {
            throw new CompletionException(unfit);
        }
    }

    /**
     * The way in which a document becomes what was sent.
     *
     * @param adopt does it, on the thread of the scene
     * @param changes what of the result links are to hear
     */
    record Adopting<T>(Function<SentState, T> adopt, Function<T, Changes> changes) {}
}
