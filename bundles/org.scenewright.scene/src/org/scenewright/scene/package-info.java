// SPDX-License-Identifier: EPL-2.0
/**
 * The document: entities, edits, history, composite files in and out, and the layout of a project.
 */
@NullMarked
package org.scenewright.scene;

import org.jspecify.annotations.NullMarked;
