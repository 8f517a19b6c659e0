// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

/** The controls of one field; UI thread only. */
interface FieldView {

    /** Takes the value from the document; what the person is typing at the moment is left alone. */
    void refresh();

    /**
     * Hides what is inside it and not looked for.
     *
     * @return whether anything inside it is
     */
    default boolean narrow(Search search) {
        return search.isEverything();
    }
}
