// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The TypeScript of {@code ~sdk/script-utils}, which runs the scripts of smart items.
 *
 * @param directory the project
 * @param scripts what is to be run, as a composite has it and with its entity
 */
record ScriptModule(Path directory, List<Value> scripts) {
    /** What a scene can import that has no scripts. */
    private static final String NONE =
            """
            export function _initializeScripts(engine: unknown) {}
            export function getScriptInstance(entity: unknown, path: string): any { return null }
            export function getScriptInstancesByPath(path: string): any[] { return [] }
            export function getAllScriptInstances(entity: unknown): any[] { return [] }
            export function callScriptMethod(entity: unknown, path: string, method: string): any {
              console.error(`Method ${method} not found on script ${path} for entity ${entity}`)
              return undefined
            }
            """;

    private static final String LAST =
            """

            export function _initializeScripts(engine: any) {
              return runScripts(engine, [SCRIPTS] as any)
            }
            """;

    /** Where the SDK's own text looks for a package that no bundle may import like this. */
    private static final String NESTED = "@dcl/inspector/node_modules/@dcl/asset-packs";

    static String none() {
        return NONE;
    }

    /**
     * The text around what the SDK itself has for it.
     *
     * @param sdk the SDK's text, which defines {@code runScripts}
     * @throws org.scenewright.scene.SceneFormatException where a script is outside the project
     */
    String text(String sdk) {
        var names = new LinkedHashMap<String, String>();
        scripts.forEach(s -> names.computeIfAbsent(path(s), path -> "script" + names.size()));
        String imports =
                names.entrySet().stream().map(this::imported).collect(Collectors.joining("\n"));
        // One path after the other, in the order in which they come.
        String items =
                names.entrySet().stream()
                        .flatMap(
                                name ->
                                        scripts.stream()
                                                .filter(s -> path(s).equals(name.getKey()))
                                                .map(s -> item(s, name.getValue())))
                        .collect(Collectors.joining(",\n"));
        return imports
                + "\n"
                + sdk.replace(NESTED, "@dcl/asset-packs")
                + LAST.replace("SCRIPTS", items);
    }

    private static String path(Value script) {
        return script.text("path", "");
    }

    private String imported(Map.Entry<String, String> name) {
        var file = ProjectPath.inside(directory, name.getKey());
        return "import * as " + name.getValue() + " from " + EntryPoint.module(file);
    }

    private static String item(Value script, String module) {
        return "{ ..." + ValueJson.print(script) + ", module: " + module + " }";
    }
}
