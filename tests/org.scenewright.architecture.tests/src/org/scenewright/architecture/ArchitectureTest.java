// SPDX-License-Identifier: EPL-2.0
package org.scenewright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ArchitectureTest {
    @Test
    void theTableNamesEveryBundleAndNoOther() {
        var rows = House.TABLE.stream().map(row -> House.PREFIX + row.bundle());
        assertEquals(
                new TreeSet<>(Checkout.bundles()),
                rows.collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void codeImportsOnlyWhatTheTableAllows(House bundle) {
        var breaches =
                sources(bundle)
                        .flatMap(
                                file ->
                                        file.references()
                                                .filter(
                                                        r ->
                                                                !bundle.allows(
                                                                        r.packageName(), r.type()))
                                                .map(r -> file.name() + " names " + r));
        check(breaches);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void codeStandsInOnePackageNamedAsTheBundle(House bundle) {
        String name = House.PREFIX + bundle.bundle();
        check(
                sources(bundle)
                        .filter(file -> !file.packageName().equals(name))
                        .map(SourceFile::name));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theManifestImportsOnlyWhatTheTableAllows(House bundle) throws IOException {
        check(packages(bundle, "Import-Package").filter(p -> !bundle.allowsPackage(p)));
    }

    /** A type may also come through a signature of a bundle below, without being named. */
    @ParameterizedTest
    @MethodSource("bundles")
    void theManifestImportsOnlyWhatTheCodeNames(House bundle) throws IOException {
        Set<String> named =
                Stream.concat(
                                Stream.of(bundle),
                                bundle.bundles().stream().map(House::of).flatMap(Optional::stream))
                        .flatMap(ArchitectureTest::sources)
                        .flatMap(SourceFile::references)
                        .map(SourceFile.Reference::packageName)
                        .collect(Collectors.toSet());
        check(packages(bundle, "Import-Package").filter(p -> !named.contains(p)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theManifestExportsTheOnePackage(House bundle) throws IOException {
        assertEquals(
                List.of(House.PREFIX + bundle.bundle()),
                packages(bundle, "Export-Package").toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theManifestBearsTheNameOfItsFolder(House bundle) throws IOException {
        assertEquals(
                List.of(House.PREFIX + bundle.bundle()),
                packages(bundle, "Bundle-SymbolicName").toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyTheWorkbenchIsRequiredByBundle(House bundle) throws IOException {
        check(
                packages(bundle, "Require-Bundle")
                        .filter(
                                p ->
                                        !p.startsWith("org.eclipse.")
                                                || !bundle.bundle().endsWith("ui")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nobodyHasAnActivatorOrFriends(House bundle) throws IOException {
        check(
                manifest(bundle).entrySet().stream()
                        .map(Object::toString)
                        .filter(h -> h.startsWith("Bundle-Activator") || h.contains("x-friends")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyWorkbenchBundleIsRequiredWithItsLowestVersion(House bundle) throws IOException {
        check(
                clauses(manifest(bundle), "Require-Bundle")
                        .filter(c -> !c.contains("bundle-version=")));
    }

    @Test
    void theFeaturesCarryEveryBundle() {
        String features =
                Stream.of("feature", "collab.feature")
                        .map(name -> "features/" + House.PREFIX + name + "/feature.xml")
                        .map(path -> Checkout.text(Checkout.ROOT.resolve(path)))
                        .collect(Collectors.joining());
        check(Checkout.folders("bundles").filter(name -> !features.contains('"' + name + '"')));
    }

    @Test
    void everyBundleHasItsTests() {
        check(
                Checkout.bundles().stream()
                        .map(name -> Checkout.ROOT.resolve("tests/" + name + ".tests/META-INF"))
                        .filter(folder -> !Files.isDirectory(folder))
                        .map(Path::toString));
    }

    @Test
    void theBuildStandsInFewPoms() {
        List<Path> poms =
                Stream.of("", "bundles", "features", "releng", "tests", "target-platform")
                        .map(Checkout.ROOT::resolve)
                        .flatMap(folder -> Stream.concat(Stream.of(folder), children(folder)))
                        .map(folder -> folder.resolve("pom.xml"))
                        .filter(Files::isRegularFile)
                        .distinct()
                        .toList();
        check(poms.stream().skip(6).map(Path::toString));
        long lines = poms.stream().flatMap(pom -> Checkout.text(pom).lines()).count();
        assertEquals(Math.min(lines, 400), lines, "lines of all poms");
    }

    static Stream<House> bundles() {
        return House.TABLE.stream();
    }

    private static Stream<SourceFile> sources(House bundle) {
        return Checkout.sources("bundles/" + House.PREFIX + bundle.bundle()).stream();
    }

    private static Stream<Path> children(Path folder) {
        return Stream.of(folder.toFile().listFiles()).map(file -> folder.resolve(file.getName()));
    }

    private static Attributes manifest(House bundle) throws IOException {
        Path folder = Checkout.ROOT.resolve("bundles/" + House.PREFIX + bundle.bundle());
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }

    private static Stream<String> packages(House bundle, String header) throws IOException {
        return clauses(manifest(bundle), header).map(clause -> clause.split(";")[0].strip());
    }

    /** The clauses of a header; the comma of a version range separates none. */
    private static Stream<String> clauses(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        return value == null
                ? Stream.of()
                : Stream.of(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private static void check(Stream<String> breaches) {
        assertEquals(List.of(), breaches.toList());
    }
}
