// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** The component types that every scene knows: those of the SDK and those of its editors. */
public final class CoreComponents {
    private CoreComponents() {}

    /** All of them; a new set at each call, to be shared by those who ask for the same scene. */
    public static ComponentTypes load() {
        return ComponentTypes.of(CoreTable.types());
    }
}
