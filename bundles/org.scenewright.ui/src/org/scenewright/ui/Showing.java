// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Play;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a viewport shows instead of the document while code runs.
 *
 * @param play the running scene
 * @param inputs what takes input before the tools of the editor do, in this order
 * @param materials those that are shown instead of what components say; asked on any thread
 */
record Showing(Play play, List<PlayInput> inputs, Supplier<Map<Entity, Value>> materials) {}
