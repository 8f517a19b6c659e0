// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Something that runs the code of scenes, outside this process; a port of the runtime. */
public interface ScriptHost {

    /**
     * What a scene's code begins with.
     *
     * @param bundle the JavaScript file that {@code scene.json} names
     * @param hasEntities whether the state has more than the entities that the editor keeps itself
     *     up to date (ADR-133)
     * @param state plain messages, one after the other
     */
    record Beginning(Path bundle, boolean hasEntities, ByteBuffer state) {}

    /**
     * Begins to load the code of a scene and returns at once; whatever goes wrong is {@link
     * ScriptHearing#ended}.
     */
    Script start(Beginning beginning, ScriptHearing hearing);
}
