// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fields that depend on a value, such as the items of a list: built anew whenever what they depend
 * on changes.
 */
final class Changing implements FieldView {
    private final Form form;
    private final Supplier<Object> key;
    private final Function<Form, List<FieldView>> build;
    private Optional<Object> built = Optional.empty();
    private List<FieldView> fields = List.of();

    /**
     * @param form a grid of their own
     * @param key what they depend on, compared by equality
     */
    Changing(Form form, Supplier<Object> key, Function<Form, List<FieldView>> build) {
        this.form = form;
        this.key = key;
        this.build = build;
        refresh();
    }

    @Override
    public boolean narrow(Search search) {
        boolean any = search.isEverything();
        for (var field : fields) {
            any |= field.narrow(search);
        }
        return any;
    }

    @Override
    public void refresh() {
        var now = Optional.of(key.get());
        if (now.equals(built)) {
            fields.forEach(FieldView::refresh);
        } else {
            built = now;
            form.clear();
            fields = build.apply(form);
            form.steps().changed(form.grid());
        }
    }
}
