// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.Manifest;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What deploying a scene would upload. */
@Command(
        name = "manifest",
        description = {
            "Lists what a deployment of the scene consists of, with hashes and sizes, leaving out"
                    + " what .dclignore says and what the SDK's tools never take.",
            "Exit code 1: a file or the scene is over a limit."
        },
        mixinStandardHelpOptions = true)
final class ListManifest implements Callable<Integer> {
    private static final String SCENE_JSON = "scene.json";

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "--json", description = "one line of JSON")
    boolean json;

    /** What is wrong, in a file or in one of its fields. */
    private record Trouble(String file, String field, String message) {
        Trouble(Manifest.Trouble ofFile) {
            this(ofFile.file(), "", ofFile.message());
        }

        Value toValue() {
            return fields(
                    Map.entry("file", Value.of(file)),
                    Map.entry("entity", Value.of("")),
                    Map.entry("field", Value.of(field)),
                    Map.entry("message", Value.of(message)));
        }

        String toText() {
            return file + (field.isEmpty() ? "" : ", " + field) + ": " + message;
        }
    }

    @Override
    public Integer call() throws IOException {
        var settings = PlayedFolder.settings(SceneProject.at(directory));
        var manifest = Manifest.of(directory);
        int parcels = SceneSettings.of(settings).parcels().size();
        long limit = Manifest.MOST_OF_A_PARCEL * parcels;
        boolean isOver = manifest.bytes() > limit;
        var problems = new ArrayList<>(manifest.problems().stream().map(Trouble::new).toList());
        missing(manifest, settings, "main").ifPresent(problems::add);
        missing(manifest, settings, "display.navmapThumbnail").ifPresent(problems::add);
        if (isOver) {
            problems.add(new Trouble(SCENE_JSON, "scene.parcels", tooMuch(manifest, parcels)));
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(ValueJson.print(facts(manifest, limit, problems)));
        } else {
            manifest.files().forEach(file -> out.println(line(file)));
            out.println(manifest.bytes() + " bytes of " + limit);
            problems.forEach(problem -> out.println(problem.toText()));
        }
        return isOver || manifest.problems().stream().anyMatch(p -> p.isOverLimit()) ? 1 : 0;
    }

    /** A file that scene.json names and that is not deployed, which nobody would see. */
    private static Optional<Trouble> missing(Manifest manifest, Value settings, String field) {
        var path = settings.text(field, "");
        return path.isEmpty() || path.contains("://") || manifest.holds(path)
                ? Optional.empty()
                : Optional.of(
                        new Trouble(
                                SCENE_JSON,
                                field,
                                "\"" + path + "\" is no file that would be deployed."));
    }

    private static String tooMuch(Manifest manifest, int parcels) {
        return "The files have %.1f MB together; %s at most %d MB."
                .formatted(
                        manifest.bytes() / (double) (1 << 20),
                        parcels == 1 ? "a scene of one parcel has" : parcels + " parcels have",
                        (Manifest.MOST_OF_A_PARCEL >> 20) * parcels);
    }

    private static Value facts(Manifest manifest, long limit, List<Trouble> problems) {
        return fields(
                Map.entry(
                        "files",
                        Value.of(manifest.files().stream().map(ListManifest::toValue).toList())),
                Map.entry("totalBytes", Value.of(manifest.bytes())),
                Map.entry("limitBytes", Value.of(limit)),
                Map.entry("problems", Value.of(problems.stream().map(Trouble::toValue).toList())));
    }

    private static Value toValue(Manifest.Entry file) {
        return fields(
                Map.entry("file", Value.of(file.file())),
                Map.entry("hash", Value.of(file.hash().text())),
                Map.entry("bytes", Value.of(file.bytes())));
    }

    private static String line(Manifest.Entry file) {
        return file.hash() + "  " + file.bytes() + "  " + file.file();
    }

    @SafeVarargs
    private static Value fields(Map.Entry<String, Value>... fields) {
        var members = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            members.put(field.getKey(), field.getValue());
        }
        return new Value.Fields(members);
    }
}
