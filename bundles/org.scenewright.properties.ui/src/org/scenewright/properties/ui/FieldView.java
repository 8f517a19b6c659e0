// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

/** The controls of one field; UI thread only. */
interface FieldView {

    /** Takes the value from the document; what the person is typing at the moment is left alone. */
    void refresh();
}
