// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.jspecify.annotations.Nullable;

/** The uses of files that were found, for the Search view. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class UseResult extends AbstractTextSearchResult {
    private final UseQuery query;

    UseResult(UseQuery query) {
        this.query = query;
    }

    @Override
    public String getLabel() {
        int count = getMatchCount();
        return query.getLabel() + " - " + count + (count == 1 ? " use" : " uses");
    }

    @Override
    public String getTooltip() {
        return getLabel();
    }

    @Override
    public @Nullable ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public ISearchQuery getQuery() {
        return query;
    }

    @Override
    public @Nullable IEditorMatchAdapter getEditorMatchAdapter() {
        return null;
    }

    @Override
    public @Nullable IFileMatchAdapter getFileMatchAdapter() {
        return null;
    }
}
