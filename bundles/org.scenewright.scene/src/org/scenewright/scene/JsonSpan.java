// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/** A stretch of a JSON text: from its first byte to after its last one. */
interface JsonSpan {
    int from();

    int to();
}
