// SPDX-License-Identifier: EPL-2.0
/**
 * The host side of scene code: starts, feeds, watches and ends the worker process, and tells what
 * components the source files of a project define.
 */
@NullMarked
package org.scenewright.script;

import org.jspecify.annotations.NullMarked;
