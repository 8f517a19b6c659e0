// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.nio.file.Path;

/**
 * A scene that people want to have played beside another one.
 *
 * @param directory of its project
 * @param isGlobal whether it is there wherever one stands, and comes before all others
 */
record Companion(Path directory, boolean isGlobal) {}
