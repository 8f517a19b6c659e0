// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.nio.ByteBuffer;

/** The answer to what a script asked of {@code ~system}. */
public sealed interface SystemAnswer {

    /**
     * The promise is fulfilled.
     *
     * @param json the value
     * @param bytes what the value has of bytes, which JSON cannot carry; often none
     */
    record Fulfilled(String json, ByteBuffer bytes) implements SystemAnswer {
        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

        public Fulfilled(String json) {
            this(json, NOTHING);
        }
    }

    /**
     * The promise is rejected.
     *
     * @param reason why, as a sentence for the author of the scene
     */
    record Rejected(String reason) implements SystemAnswer {}
}
