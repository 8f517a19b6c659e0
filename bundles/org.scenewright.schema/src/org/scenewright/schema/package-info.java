// SPDX-License-Identifier: EPL-2.0
/** What a component looks like: schemas, values, and the ways between bytes, values and JSON. */
@NullMarked
package org.scenewright.schema;

import org.jspecify.annotations.NullMarked;
