// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says by what name a file in the project's own folder imports another one.
 *
 * @param resolver goes the other way
 */
record Specifiers(Resolver resolver) {

    /** Nothing for a file of a package that the project cannot reach. */
    Optional<String> of(Unit unit) {
        var home = resolver.home(unit.path());
        var path = home.relativize(unit.path()).toString().replace('\\', '/');
        var bare = path.replaceFirst("\\.([jt]sx?)$", "");
        return unit.isOfProject()
                ? Optional.of("./" + bare)
                : ofPackage(unit, Stream.of("components", bare, path));
    }

    private Optional<String> ofPackage(Unit unit, Stream<String> subpaths) {
        return subpaths.filter(subpath -> leadsTo(unit.path(), unit.packageName(), subpath))
                .map(subpath -> unit.packageName() + "/" + subpath)
                .findFirst();
    }

    private boolean leadsTo(Path file, String packageName, String subpath) {
        return resolver.offered(packageName, subpath).filter(file::equals).isPresent();
    }
}
