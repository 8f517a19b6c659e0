// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Builds a scene as the SDK's build does, without Node: {@code main.crdt}, and the bundle by the
 * project's own esbuild. It does not check types.
 */
final class EsbuildBuild implements SceneBuild {
    private static final String MAIN_COMPOSITE = "main.composite";
    private static final String PACKS = "asset-packs::";
    private static final int LARGEST = 16 << 20;

    // What process.env.NODE_ENV is, esbuild knows by whether it is to make the code small.
    private static final List<String> USUAL =
            List.of(
                    "--bundle",
                    "--platform=browser",
                    "--format=cjs",
                    "--target=es2020",
                    "--tree-shaking=true",
                    "--tsconfig=tsconfig.json",
                    "--loader=ts",
                    "--sourcefile=src/index.ts.entry-point.ts",
                    "--external:~system/*",
                    "--external:@dcl/inspector",
                    "--external:@dcl/inspector/*",
                    "--define:document=undefined",
                    "--define:window=undefined",
                    "--supported:import-assertions=false",
                    "--supported:import-meta=false",
                    "--supported:dynamic-import=false",
                    "--supported:hashbang=false",
                    "--log-override:import-is-undefined=silent",
                    "--log-level=warning",
                    "--log-limit=200",
                    "--color=false");

    private static final List<String> SMALL =
            List.of("--minify", "--define:DEBUG=false", "--define:globalThis.DEBUG=false");

    private static final List<String> READABLE =
            List.of("--sourcemap=inline", "--define:DEBUG=true", "--define:globalThis.DEBUG=true");

    private final SceneProject project;
    private final EsbuildTools tools;
    private final Supplier<ComponentTypes> core;
    private final boolean isProduction;

    EsbuildBuild(
            SceneProject project,
            EsbuildTools tools,
            Supplier<ComponentTypes> core,
            PackageScript script) {
        this.project = project;
        this.tools = tools;
        this.core = core;
        this.isProduction = script.isProduction();
    }

    @Override
    public String name() {
        return "esbuild " + tools.version() + " of the project, without a check of types";
    }

    @Override
    public BuildResult run(BuildHearing hearing) throws InterruptedException {
        try {
            var bundle = ProjectPath.inside(project.directory(), main());
            var dump = StateDump.of(project, core.get());
            dump.notes().forEach(hearing::said);
            try (var folder = new BuildFolder()) {
                folder.write("all-composites.js", composites());
                folder.write("script-utils.ts", scripts(dump));
                dump.write(project.directory().resolve("main.crdt"));
                return process(bundle, dump, folder).run(hearing);
            }
        } catch (SceneFormatException | SchemaException unfit) {
            return BuildResult.failed("Nothing was built: " + unfit.getMessage());
        } catch (IOException failure) {
            return BuildResult.failed("Nothing was built: " + failure);
        }
    }

    private String main() {
        var settings = PackageScript.json(project.sceneJson()).orElse(Value.EMPTY);
        String main = settings.text("main", "");
        if (main.isBlank()) {
            throw new SceneFormatException("scene.json names no file as its \"main\".", 0);
        }
        return main;
    }

    /** A composite in the project's own folder is the only one that a bundle holds. */
    private String composites() throws IOException {
        var file = project.directory().resolve(MAIN_COMPOSITE);
        String entry =
                Files.isRegularFile(file) ? quoted(MAIN_COMPOSITE) + ": " + quoted(text(file)) : "";
        return "export const compositeFromLoader = {" + entry + "}";
    }

    private static String quoted(String text) {
        return ValueJson.print(Value.of(text));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new SceneFormatException(file.getFileName() + " is larger than 16 MiB.", 0);
        }
        return Files.readString(file);
    }

    private String scripts(StateDump dump) throws IOException {
        if (dump.scripts().isEmpty() && !usesPacks()) {
            return ScriptModule.none();
        }
        var sdk =
                tools.scripts()
                        .orElseThrow(
                                () ->
                                        new SceneFormatException(
                                                "this SDK has nothing that runs smart items.", 0));
        return new ScriptModule(project.directory(), dump.scripts()).text(text(sdk));
    }

    /** Whether the main composite has smart items, other than their scripts. */
    private boolean usesPacks() throws IOException {
        var file = project.directory().resolve("assets/scene/main.composite");
        return Files.isRegularFile(file)
                && ValueJson.parse(text(file)).items("components").stream()
                        .map(component -> component.text("name", ""))
                        .anyMatch(n -> n.startsWith(PACKS) && !n.equals(StateDump.SCRIPT));
    }

    private BuildProcess process(Path bundle, StateDump dump, BuildFolder folder)
            throws IOException {
        var directory = project.directory();
        var entry = new EntryPoint(directory.resolve("src/index.ts"), usesPacks());
        var command = new ArrayList<>(List.of(tools.program().toString()));
        command.addAll(options(bundle));
        tools.aliases().forEach((name, path) -> command.add("--alias:" + name + "=" + path));
        command.add("--alias:~sdk/all-composites=" + folder.file("all-composites.js"));
        command.add("--alias:~sdk/script-utils=" + folder.file("script-utils.ts"));
        command.add("--define:DCL_MAX_COMPOSITE_ENTITY=" + dump.highestNumber());
        return new BuildProcess(command, directory, Map.of(), entry.text());
    }

    private List<String> options(Path bundle) {
        var root = Optional.ofNullable(bundle.getParent()).orElse(bundle).toUri().toString();
        var options = new ArrayList<>(USUAL);
        options.add("--outfile=" + bundle);
        options.addAll(isProduction ? SMALL : READABLE);
        options.add("--source-root=" + (isProduction ? "dcl:///" : stripped(root)));
        return options;
    }

    private static String stripped(String root) {
        return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }
}
