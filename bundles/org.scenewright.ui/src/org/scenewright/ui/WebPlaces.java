// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Makes links of the web addresses that a console names. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class WebPlaces implements IPatternMatchListener {
    private static final String ADDRESS = "https?://[\\w\\[][^\\s\"'<>\\p{Cntrl}]{1,1500}[\\w/=]";

    private Optional<TextConsole> console = Optional.empty();

    /** A link that the system's browser follows. */
    record Link(String address) implements IHyperlink {
        @Override
        public void linkEntered() {}

        @Override
        public void linkExited() {}

        @Override
        public void linkActivated() {
            Program.launch(address);
        }
    }

    @Override
    public String getPattern() {
        return ADDRESS;
    }

    @Override
    public int getCompilerFlags() {
        return 0;
    }

    @Override
    public @Nullable String getLineQualifier() {
        return null;
    }

    @Override
    public void connect(TextConsole shown) {
        console = Optional.of(shown);
    }

    @Override
    public void disconnect() {
        console = Optional.empty();
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        console.ifPresent(shown -> link(shown, event.getOffset(), event.getLength()));
    }

    private static void link(TextConsole shown, int offset, int length) {
        try {
            var address = shown.getDocument().get(offset, length);
            shown.addHyperlink(new Link(address), offset, length);
        } catch (BadLocationException gone) {
            // The line has left the console meanwhile.
            System.getLogger(WebPlaces.class.getName())
                    .log(System.Logger.Level.DEBUG, "No link", gone);
        }
    }
}
