// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.scenewright.assets.FileUse;

import java.util.List;

/**
 * Where the files of a scene are used, as far as that can be known.
 *
 * @param troubles what more uses may be in, as sentences
 */
record SceneUses(List<FileUse> uses, List<String> troubles) {}
