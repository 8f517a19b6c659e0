// SPDX-License-Identifier: EPL-2.0
package org.scenewright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class HouseStyleTest {
    private static final Pattern TYPE_NAME =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern DOTS = Pattern.compile("\"[^\"\n]*[A-Za-z/]\\.\\.\\.[^\"\n]*\"");
    private static final Pattern EDITORS = Pattern.compile("\"inspector::\\w[\\w-]*\"");
    private static final Pattern PARAMETERS =
            Pattern.compile("(\\w+)\\s*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)[^()]*$");

    @Test
    void everyFileNamesItsLicence() {
        check(all().filter(f -> !f.text().startsWith("// SPDX-License-Identifier: EPL-2.0\n")));
    }

    @Test
    void noFileIsLongerThan350Lines() {
        check(all().filter(file -> file.lines() > 350));
    }

    @Test
    void noMethodIsLongerThan50Lines() {
        check(
                production(),
                file -> file.blocks().stream().filter(b -> !b.type() && file.linesOf(b) > 50));
    }

    @Test
    void noMethodTakesMoreThanFourParameters() {
        check(production(), file -> file.blocks().stream().filter(b -> takesTooMany(file, b)));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(all().filter(f -> f.isPackageInfo() && !f.code().contains("@NullMarked")));
        assertEquals(
                Checkout.bundles().size(), production().filter(SourceFile::isPackageInfo).count());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        check(production().filter(file -> isPublic(file) && !isDocumented(file)));
    }

    @ParameterizedTest
    @CsvSource({"Manager", "Helper", "Util", "Utils", "Impl", "Info", "Data", "Base", "Processor"})
    void noTypeHidesBehindAnEmptyWord(String suffix) {
        check(all().filter(file -> typeNames(file).anyMatch(name -> name.endsWith(suffix))));
    }

    @Test
    void noInterfaceBearsAPrefix() {
        check(
                all().filter(
                                file ->
                                        typeNames(file)
                                                .anyMatch(
                                                        name -> name.matches("I[A-Z][a-z]\\w*"))));
    }

    @ParameterizedTest
    @MethodSource("banned")
    void nothingOfTheKindStandsInABundle(Pattern sought) {
        check(production().filter(file -> sought.matcher(file.code()).find()));
    }

    static Stream<Pattern> banned() {
        return Stream.of(
                        // a trace on the side, a swallowed exception
                        "printStackTrace",
                        "catch \\([^)]*\\) \\{\\s*\\}",
                        // a state that belongs to nobody
                        "\\bstatic"
                            + " (?!final|class|record|enum|interface|sealed|abstract)[\\w.<>\\[\\],"
                            + " ?]+ \\w+( =|;)",
                        "\\b(getInstance|getDefault)\\(\\) \\{",
                        // the UI thread waiting for another
                        "\\bsyncExec\\(")
                .map(Pattern::compile);
    }

    @Test
    void nothingIsLeftForLater() {
        check(all().filter(file -> LATER.matcher(file.text()).find()));
    }

    /** What people read says it by one sign. */
    @Test
    void noTextWritesAnEllipsisAsThreeDots() {
        check(production().filter(file -> DOTS.matcher(file.text()).find()));
        assertEquals(
                List.of(),
                Checkout.bundles().stream()
                        .map(bundle -> Checkout.ROOT.resolve("bundles/" + bundle + "/plugin.xml"))
                        .filter(Files::exists)
                        .filter(plugin -> DOTS.matcher(Checkout.text(plugin)).find())
                        .toList());
    }

    @Test
    void threadsReachTheUiThroughFewDoors() {
        Pattern door = Pattern.compile("\\basyncExec\\(");
        var doors =
                production()
                        .flatMap(file -> door.matcher(file.code()).results().map(m -> file.name()));
        assertEquals(List.of(), doors.skip(4).toList(), "asyncExec beyond the fourth");
    }

    @Test
    void aComponentOfTheEditorsIsSpelledInOnePlace() {
        var spelled =
                production()
                        .flatMap(file -> EDITORS.matcher(file.text()).results())
                        .map(MatchResult::group)
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        spelled.values().removeIf(times -> times == 1);
        assertEquals(Map.of(), spelled);
    }

    @ParameterizedTest
    @CsvSource({"@Disabled", "Thread.sleep", "assertTrue(true"})
    void noTestPretends(String sought) {
        check(
                tests().filter(
                                file ->
                                        !file.path().endsWith("HouseStyleTest.java")
                                                && file.code().contains(sought)));
    }

    private static boolean takesTooMany(SourceFile file, SourceFile.Block block) {
        String header = block.header();
        if (block.type() || header.contains("@Override") || header.matches("(?s).*(->|=).*")) {
            return false;
        }
        var method = PARAMETERS.matcher(header);
        return method.find()
                && method.group(2).replaceAll("<[^()]*?>(?=[^<>]*(<|$|\\s))", "").split(",").length
                        > 4
                && !isRow(file, method.group(1));
    }

    /** Records and the rows of an enum hold as many values as they have. */
    private static boolean isRow(SourceFile file, String name) {
        return name.matches("[A-Z][A-Z_0-9]*")
                || Pattern.compile("\\b(enum|record)\\s+" + name + "\\b")
                        .matcher(file.code())
                        .find();
    }

    private static boolean isPublic(SourceFile file) {
        return file.blocks().stream()
                .anyMatch(b -> b.type() && b.header().matches("(?s).*\\bpublic\\b.*"));
    }

    private static boolean isDocumented(SourceFile file) {
        return Pattern.compile("\\*/\\s*(@\\w+(\\([^)]*\\))?( //[^\n]*)?\\s*)*public ")
                .matcher(file.text())
                .find();
    }

    private static Stream<String> typeNames(SourceFile file) {
        return TYPE_NAME.matcher(file.code()).results().map(match -> match.group(1));
    }

    private static Stream<SourceFile> production() {
        return Checkout.bundles().stream()
                .flatMap(name -> Checkout.sources("bundles/" + name).stream());
    }

    private static Stream<SourceFile> tests() {
        return Checkout.folders("tests")
                .flatMap(name -> Checkout.sources("tests/" + name).stream());
    }

    private static Stream<SourceFile> all() {
        return Stream.concat(production(), tests());
    }

    private static void check(Stream<SourceFile> breaches) {
        assertEquals(List.of(), breaches.map(SourceFile::name).toList());
    }

    private static void check(Stream<SourceFile> files, Blocks breaches) {
        assertEquals(
                List.of(),
                files.flatMap(f -> breaches.in(f).map(b -> f.name() + ": " + b.header())).toList());
    }

    /** Picks the blocks of a file that break a rule. */
    private interface Blocks {
        Stream<SourceFile.Block> in(SourceFile file);
    }
}
