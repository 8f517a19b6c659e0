// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Composite;

import java.util.List;

/**
 * What people are told above the catalog: what did not succeed, or else what could not be read. UI
 * thread.
 */
final class CatalogNews {
    private final Banner banner;
    private final Catalogs catalogs;
    private List<String> hidden = List.of();
    private String told = "";

    /**
     * @param parent lies out its children in a grid of one column
     */
    CatalogNews(Composite parent, Catalogs catalogs) {
        this.catalogs = catalogs;
        banner =
                Banner.narrow(
                        parent,
                        Banner.Tone.WARNING,
                        new Banner.Remedy("Read Again", catalogs::reload),
                        new Banner.Remedy("Hide", this::hide));
    }

    /** Something did not succeed. */
    void tell(String sentence) {
        told = sentence;
        show();
    }

    /** Shows what there is to be told by now. */
    void show() {
        var troubles = catalogs.holdings().troubles();
        if (!told.isEmpty()) {
            banner.show(told);
        } else if (troubles.isEmpty() || troubles.equals(hidden)) {
            banner.hide();
        } else {
            int more = troubles.size() - 1;
            banner.show(
                    troubles.getFirst() + (more == 0 ? "" : " (And %,d more.)".formatted(more)));
        }
    }

    private void hide() {
        if (told.isEmpty()) {
            hidden = catalogs.holdings().troubles();
        }
        told = "";
        show();
    }
}
