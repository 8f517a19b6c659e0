// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Place;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says in terms of the sources where something happened in a bundle. The source map is read when it
 * is first needed; without one, places are those in the bundle. For one thread.
 */
final class Traces {
    private static final System.Logger LOG = System.getLogger(Traces.class.getName());

    private static final String PACKAGES = "node_modules/";

    private final SceneBundle bundle;

    /** How far the code is moved to the right in its first line. */
    private final int indent;

    private final Pattern spot;
    private boolean isRead;
    private Optional<BundleMap> map = Optional.empty();

    Traces(SceneBundle bundle, int indent) {
        this.bundle = bundle;
        this.indent = indent;
        spot = Pattern.compile(Pattern.quote(bundle.name()) + ":(\\d{1,9}):(\\d{1,9})");
    }

    /** A stack as JavaScript writes it, without the lines that are of nothing of the scene. */
    String inSources(String stack) {
        return stack.lines()
                .filter(Predicate.not(Traces::isOurs))
                .map(line -> spot.matcher(line).replaceAll(this::replacement))
                .collect(Collectors.joining("\n"));
    }

    /** The first place that a stack names in the bundle. */
    Optional<Place> place(String stack) {
        return spot.matcher(stack).results().findFirst().map(this::place);
    }

    private static boolean isOurs(String line) {
        return line.contains(SceneEngine.OURS) && line.strip().startsWith("at ");
    }

    private String replacement(MatchResult match) {
        var place = place(match);
        return Matcher.quoteReplacement(place.file() + ":" + place.line() + ":" + place.column());
    }

    private Place place(MatchResult match) {
        return place(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** A place in the code that is run, which counts from 1. */
    Place place(int line, int column) {
        int real = Math.max(1, line == 1 ? column - indent : column);
        return map().flatMap(known -> known.source(line, real))
                .map(place -> new Place(name(place.file()), place.line(), place.column()))
                .orElse(new Place(bundle.name(), line, real));
    }

    private Optional<BundleMap> map() {
        if (!isRead) {
            isRead = true;
            map = read();
        }
        return map;
    }

    private Optional<BundleMap> read() {
        try {
            var json = bundle.mapJson();
            return json.isPresent() ? Optional.of(BundleMap.read(json.get())) : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "No source map of " + bundle.file(), e);
            return Optional.empty();
        }
    }

    /** A source below the project's folder, as far as it can be said. */
    private String name(String source) {
        try {
            var path = folder().resolve(path(source)).normalize();
            var name = SceneBundle.slashed(path);
            int packages = name.lastIndexOf(PACKAGES);
            return packages < 0
                    ? SceneBundle.slashed(bundle.project().relativize(path))
                    : name.substring(packages);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            LOG.log(System.Logger.Level.DEBUG, "No file can be called " + source, e);
            return source;
        }
    }

    private Path folder() {
        var here = bundle.file().toAbsolutePath().resolveSibling("");
        return map.map(BundleMap::root).map(root -> here.resolve(path(root))).orElse(here);
    }

    private static Path path(String name) {
        if (name.startsWith("file:")) {
            return Path.of(URI.create(name));
        }
        int scheme = name.indexOf("://");
        return Path.of(scheme < 0 ? name : name.substring(scheme + 3).replaceFirst("^/+", ""));
    }
}
