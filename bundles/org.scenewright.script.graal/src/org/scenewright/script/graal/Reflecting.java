// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.ToWorker;

import java.io.IOException;

/** Finds out what the source files of a project say about its components. */
interface Reflecting {
    Reflection reflect(ToWorker.Reflect request, Progress progress) throws IOException;
}
