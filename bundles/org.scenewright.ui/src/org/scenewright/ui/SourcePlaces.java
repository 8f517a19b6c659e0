// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes links of the places in source files that a console names. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SourcePlaces implements IPatternMatchListener {
    private static final Pattern PLACE =
            Pattern.compile(
                    "([\\w@./\\\\-]{1,400}\\.[cm]?[jt]sx?)"
                            + "(?::(\\d{1,7})(?::\\d{1,7})?|\\((\\d{1,7}),\\d{1,7}\\))");

    private final Path directory;
    private Optional<TextConsole> console = Optional.empty();

    /**
     * @param directory that files are named from; those outside are no links
     */
    SourcePlaces(Path directory) {
        this.directory = directory;
    }

    @Override
    public String getPattern() {
        return PLACE.pattern();
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

    private void link(TextConsole shown, int offset, int length) {
        try {
            var place = link(shown.getDocument().get(offset, length));
            if (place.isPresent()) {
                shown.addHyperlink(place.get(), offset, length);
            }
        } catch (BadLocationException gone) {
            // The line has left the console meanwhile.
            System.getLogger(SourcePlaces.class.getName())
                    .log(System.Logger.Level.DEBUG, "No link", gone);
        }
    }

    /** Either as programs say it, or as {@code tsc} does. */
    private static int line(Matcher match) {
        return Integer.parseInt(
                Optional.ofNullable(match.group(2)).orElseGet(() -> match.group(3)));
    }

    /** Where a place leads; nowhere outside the folder. */
    Optional<SourceLink> link(String place) {
        var match = PLACE.matcher(place);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var file = directory.resolve(match.group(1)).normalize();
            return Optional.of(new SourceLink(file, line(match)))
                    .filter(link -> file.startsWith(directory));
        } catch (InvalidPathException malformed) {
            return Optional.empty();
        }
    }
}
