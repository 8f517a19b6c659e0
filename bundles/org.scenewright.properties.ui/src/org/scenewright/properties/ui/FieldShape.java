// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;

import java.util.List;

/** How a field is edited of which more is known than its schema says. */
public sealed interface FieldShape {

    /** One of several named values, which depend on what else the document holds. */
    record Choices(List<Schema.Option> options) implements FieldShape {}

    /** A text that holds JSON of this shape; opaque where the shape is not known. */
    record JsonText(Schema schema) implements FieldShape {}
}
