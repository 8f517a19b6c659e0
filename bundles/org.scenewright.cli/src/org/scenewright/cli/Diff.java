// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.Difference;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SettingsFile;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What differs between two composites, two {@code scene.json} or two scenes. */
@Command(
        name = "diff",
        description =
                "Compares two composite files, two scene.json or two scene folders by entity,"
                        + " component and field; exit code 1 when they differ.",
        mixinStandardHelpOptions = true)
final class Diff implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "a file or a folder")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "another one")
    Path second = Path.of("");

    @Option(names = "--json", description = "one line of JSON")
    boolean json;

    /** Two states of one file; the name is empty for the scene's main one. */
    private record Pair(String name, CompositeFile before, CompositeFile after) {
        List<Difference> changes() {
            return Difference.between(before, after);
        }

        /** How people call an entity, and the file it is in where that is not the main one. */
        String name(Entity entity) {
            var is = snapshot(after);
            var state = is.holds(entity) ? is : snapshot(before);
            String called =
                    entity.equals(Entity.ROOT)
                            ? state.name(entity)
                            : state.name(entity) + " (" + entity + ")";
            return name.isEmpty() ? called : name + ": " + called;
        }

        private static SceneSnapshot snapshot(CompositeFile file) {
            return file.fill(SceneSnapshot.empty(file.types()));
        }
    }

    /** Reads what is compared, with the types that every scene has. */
    private record Composites(ComponentTypes core) {
        Pair pair(String name, Path before, Path after) {
            return new Pair(
                    name, SceneFolder.composite(before, core), SceneFolder.composite(after, core));
        }

        List<Pair> all(SceneProject before, SceneProject after) {
            var pairs = new ArrayList<Pair>();
            pairs.add(pair("", before.composite(), after.composite()));
            var names = new TreeSet<String>();
            Stream.of(before, after)
                    .forEach(
                            project ->
                                    project.composites()
                                            .forEach(c -> names.add(project.relative(c))));
            names.remove(before.relative(before.composite()));
            names.remove(after.relative(after.composite()));
            names.forEach(
                    name -> pairs.add(new Pair(name, other(before, name), other(after, name))));
            return pairs;
        }

        /** A composite that may be missing on one side, which is an empty one then. */
        private CompositeFile other(SceneProject project, String name) {
            var file = CompositeFile.read(project.directory().resolve(name), name, core);
            file.requireReadable();
            return file;
        }
    }

    @Override
    public Integer call() {
        if (Files.isDirectory(first) != Files.isDirectory(second)) {
            throw new CommandFailed("Compare two files or two folders.");
        }
        try {
            return Files.isDirectory(first) ? folders() : files();
        } catch (SceneFormatException unreadable) {
            throw new CommandFailed(unreadable.getMessage());
        }
    }

    private int files() {
        List.of(first, second).forEach(SceneFolder::requireFile);
        return SettingsFile.areMeant(List.of(first, second))
                ? print(List.of(), settings(first, second))
                : print(List.of(composites().pair("", first, second)), List.of());
    }

    // Not before it is known that this command is meant: loading them takes its time.
    private static Composites composites() {
        return new Composites(CoreComponents.load());
    }

    private int folders() {
        var before = SceneFolder.of(first).project();
        var after = SceneFolder.of(second).project();
        return print(
                composites().all(before, after), settings(before.sceneJson(), after.sceneJson()));
    }

    private static List<Difference> settings(Path before, Path after) {
        return Difference.ofSettings(
                SettingsFile.read(before).value(), SettingsFile.read(after).value());
    }

    private int print(List<Pair> pairs, List<Difference> settings) {
        var all = new ArrayList<Value>();
        settings.forEach(change -> all.add(change.toValue()));
        var text = new DiffText();
        text.add(settings, entity -> DiffText.SETTINGS);
        for (var pair : pairs) {
            var changes = pair.changes();
            changes.forEach(change -> all.add(named(change.toValue(), pair.name())));
            text.add(changes, pair::name);
        }
        Value result = Value.fields("changes", Value.of(all));
        var out = spec.commandLine().getOut();
        out.print(json ? ValueJson.print(result) + System.lineSeparator() : text.toString());
        out.flush();
        return all.isEmpty() ? 0 : 1;
    }

    private static Value named(Value change, String file) {
        return file.isEmpty() ? change : change.with(FieldPath.of("file"), Value.of(file));
    }
}
