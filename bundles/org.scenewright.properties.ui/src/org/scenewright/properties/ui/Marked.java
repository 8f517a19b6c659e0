// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

/**
 * A field with the sign before it.
 *
 * @param view its controls
 */
record Marked(FieldView view, Mark mark) implements FieldView {

    @Override
    public void refresh() {
        view.refresh();
        mark.refresh();
    }

    @Override
    public boolean narrow(Search search) {
        return view.narrow(search);
    }
}
