// SPDX-License-Identifier: EPL-2.0
/** The command line: the same bundles without a workbench. */
@NullMarked
package org.scenewright.cli;

import org.jspecify.annotations.NullMarked;
