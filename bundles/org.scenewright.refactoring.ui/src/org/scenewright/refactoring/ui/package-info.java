// SPDX-License-Identifier: EPL-2.0
/**
 * Renaming, moving and deleting of files of scenes, and where they are used: participants of the
 * workbench's own refactorings.
 */
@NullMarked
package org.scenewright.refactoring.ui;

import org.jspecify.annotations.NullMarked;
