// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;

/** A part of the sheet with fields of its own; UI thread only. */
interface Section {

    Composite control();

    Fields<?> fields();

    /** Lets a person edit what the fields show, or only look at it. */
    void enable(boolean isEnabled);

    /** Hides the fields that are not looked for; whether any is. */
    boolean narrow(Search search);
}
