// SPDX-License-Identifier: EPL-2.0
/**
 * How participants reach each other: adapters after ADR-81, their connection strings, the director
 * that says which of them holds, and the room server. It carries bytes and knows no scene.
 */
@NullMarked
package org.scenewright.comms;

import org.jspecify.annotations.NullMarked;
