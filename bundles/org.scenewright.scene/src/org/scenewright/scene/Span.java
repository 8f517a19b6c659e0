// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/** A stretch of a text that needs no further name. */
record Span(int from, int to) implements JsonSpan {}
