// SPDX-License-Identifier: EPL-2.0
/** What scenes play is heard: reads sound files, mixes them and gives them to the machine. */
@NullMarked
package org.scenewright.sound;

import org.jspecify.annotations.NullMarked;
