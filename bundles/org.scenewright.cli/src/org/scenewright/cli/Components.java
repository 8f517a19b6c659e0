// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.Generated;
import org.scenewright.script.GeneratedFolder;
import org.scenewright.script.ProjectComponents;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.wire.Finding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** What components a project has, read from its source files without running them. */
@Command(
        name = "components",
        description = {
            "Lists the components that the TypeScript and JavaScript files of a project and its"
                    + " packages define and those that its composites declare, with side effects"
                    + " and conflicts. Nothing is run but in a sandbox.",
            "Exit code 1 when there are conflicts, with --strict also when a file cannot be read,"
                + " of which --json tells among the problems; 2 when nothing can be generated, as a"
                + " source file of the project cannot be read."
        },
        mixinStandardHelpOptions = true)
final class Components implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the folder of a scene or a library")
    Path directory = Path.of("");

    @Option(names = "--json", description = "one line of JSON")
    boolean json;

    @Option(
            names = "--generate",
            description =
                    "also write components.generated.ts, which names declarations after their"
                            + " package and file and gives components of equal names different"
                            + " ones, and declare-component.ts, which declarations import")
    boolean generate;

    @Option(
            names = "--strict",
            description = "exit code 1 also when components may be missing as a file has errors")
    boolean strict;

    /** What a project has, with the types that its source files define. */
    private record Found(ProjectTypes types, List<Finding> findings, ComponentList list) {
        static Found in(SceneProject project) {
            var reflection = SourceTypes.of(project.directory());
            var types = ProjectTypes.of(CoreComponents.load(), reflection);
            var composites = ComponentProblems.composites(project, types);
            var all = ProjectComponents.of(types, composites);
            var findings = reflection.findings();
            return new Found(types, findings, new ComponentList(all, findings, composites));
        }
    }

    @Override
    public Integer call() {
        var project = project();
        var found = Found.in(project);
        if (generate && generates(project, found)) {
            // What was missing may be there now.
            found = Found.in(project);
        }
        found.list().warnings().forEach(this::warn);
        var facts = found.list().toValue();
        var out = spec.commandLine().getOut();
        out.println(json ? ValueJson.print(facts) : ComponentList.text(facts));
        boolean isFine = !strict || found.list().isWhole();
        return facts.items("conflicts").isEmpty() && isFine ? 0 : 1;
    }

    /** Whether anything had to be written. */
    private boolean generates(SceneProject project, Found found) {
        var folder = new GeneratedFolder(project.directory());
        return switch (folder.write(found.types().definitions(), found.findings())) {
            case Generated.Written(var files, var omitted) -> {
                omitted.forEach(this::warn);
                warn(
                        files.isEmpty()
                                ? "what was generated is up to date"
                                : "wrote " + String.join(", ", files));
                yield !files.isEmpty();
            }
            case Generated.Refused(var reason) -> {
                found.list().warnings().forEach(this::warn);
                throw new CommandFailed(ComponentList.printable(reason));
            }
        };
    }

    /** A package is a project of its own, even within the folder of a scene. */
    private SceneProject project() {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            throw new CommandFailed("There is no folder " + directory + " that can be read.");
        }
        boolean isPackage = Files.isRegularFile(directory.resolve("package.json"));
        var project = isPackage ? SceneProject.at(directory) : SceneProject.of(directory);
        if (!Files.isRegularFile(project.sceneJson())) {
            warn("There is no scene.json in " + directory + ".");
        }
        return project;
    }

    private void warn(String message) {
        spec.commandLine().getErr().println("scenewright: " + message);
    }
}
