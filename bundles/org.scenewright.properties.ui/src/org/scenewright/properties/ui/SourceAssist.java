// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Offers paths of files below a box while somebody types into it, or presses Ctrl+Space; UI thread
 * only.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SourceAssist implements IContentProposalProvider {
    private static final int MOST = 200;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/_-.";

    private final ContentProposalAdapter popup;
    private List<String> files = List.of();

    /**
     * @param accepted called when one was chosen, which is in the box by then
     */
    SourceAssist(Text box, Runnable accepted) {
        popup =
                new ContentProposalAdapter(
                        box,
                        new TextContentAdapter(),
                        this,
                        KeyStroke.getInstance(SWT.MOD1, ' '),
                        (LETTERS + LETTERS.toUpperCase(Locale.ROOT)).toCharArray());
        popup.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        popup.setFilterStyle(ContentProposalAdapter.FILTER_NONE);
        popup.setAutoActivationDelay(150);
        popup.addContentProposalListener((IContentProposal chosen) -> accepted.run());
    }

    /** From now on these are offered. */
    void offer(List<String> paths) {
        files = List.copyOf(paths);
    }

    boolean isOpen() {
        return popup.isProposalPopupOpen();
    }

    @Override
    public IContentProposal[] getProposals(String typed, int position) {
        return matches(files, typed).stream()
                .map(ContentProposal::new)
                .toArray(IContentProposal[]::new);
    }

    /**
     * Those that hold all words that were typed, files of such names before files in such folders;
     * all where a whole path stands there, which somebody may want to exchange.
     */
    static List<String> matches(List<String> files, String typed) {
        var words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        boolean isWhole = files.contains(typed);
        return files.stream()
                .filter(path -> isWhole || holds(path, words))
                .sorted(Comparator.comparing(path -> !holds(name(path), words)))
                .limit(MOST)
                .toList();
    }

    private static boolean holds(String path, List<String> words) {
        var small = path.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(small::contains);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
