// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstModule;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstScript;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jJsxRuntimeOption;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import com.caoccao.javet.swc4j.outputs.Swc4jTranspileOutput;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.scenewright.script.wire.Finding;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Parses source files and makes them ready to be loaded. */
final class Compiler {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 20_000;
    private static final int USUAL = 1_000;
    private static final long STACK = 256L << 20;
    private static final Pattern PLACE = Pattern.compile("at \\S*?:(\\d+):(\\d+)\\s*$");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Swc4j swc = new Swc4j();

    /** What a file holds, by the ending of its name. */
    Compiled compile(String name, Text source) {
        if (name.endsWith(".json")) {
            return json(source);
        }
        var depth = Depth.of(source.text());
        if (depth.brackets() > DEEPEST || depth.longest() > LONGEST) {
            return broken(Finding.Kind.LIMIT, "An expression is nested too deep, or too long.");
        }
        return depth.longest() > USUAL ? withStack(name, source) : parse(name, source);
    }

    private Compiled parse(String name, Text source) {
        try {
            return compile(media(name), source);
        } catch (Swc4jCoreException e) {
            return broken(e);
        }
    }

    /** On a thread whose stack has room for an unusual expression. */
    private Compiled withStack(String name, Text source) {
        var result = new CompletableFuture<Compiled>();
        Thread.ofPlatform()
                .name("deep parser")
                .daemon()
                .stackSize(STACK)
                .start(() -> result.completeAsync(() -> parse(name, source), Runnable::run));
        return result.join();
    }

    static Swc4jMediaType media(String name) {
        if (name.endsWith(".tsx")) {
            return Swc4jMediaType.Tsx;
        }
        if (name.matches("(?s).*\\.[cm]?ts")) {
            return Swc4jMediaType.TypeScript;
        }
        return name.endsWith(".jsx") ? Swc4jMediaType.Jsx : Swc4jMediaType.JavaScript;
    }

    private Compiled compile(Swc4jMediaType media, Text source) throws Swc4jCoreException {
        var items = items(media, source);
        var links = Links.of(items, source);
        boolean isCommon = !links.isModule() && isCommonJs(media, source);
        var sites = Sites.of(items, source.text());
        if (isCommon) {
            links.addRequired(items);
            var exports = new Compiled.Exports(CommonJs.names(items), List.of(), true);
            var insight = new Compiled.Insight(sites, List.of(), List.of());
            return new Compiled(source.text(), "", links.imports, exports, insight);
        }
        var insight = new Compiled.Insight(sites, Purity.effects(items), List.of());
        return module(media, links, insight);
    }

    private static boolean isCommonJs(Swc4jMediaType media, Text source) {
        return media == Swc4jMediaType.JavaScript
                && Pattern.compile("\\b(require\\s*\\(|exports\\b)").matcher(source.text()).find();
    }

    private List<? extends ISwc4jAst> items(Swc4jMediaType media, Text source)
            throws Swc4jCoreException {
        var options =
                new Swc4jParseOptions()
                        .setMediaType(media)
                        .setParseMode(
                                media == Swc4jMediaType.JavaScript
                                        ? Swc4jParseMode.Program
                                        : Swc4jParseMode.Module)
                        .setCaptureAst(true);
        return switch (swc.parse(source.text(), options).getProgram()) {
            case Swc4jAstModule module -> module.getBody();
            case Swc4jAstScript script -> script.getBody();
            default -> List.of();
        };
    }

    private Compiled module(Swc4jMediaType media, Links links, Compiled.Insight insight)
            throws Swc4jCoreException {
        var exports = new Compiled.Exports(links.names, links.stars, false);
        if (media == Swc4jMediaType.JavaScript) {
            return new Compiled(links.text(), "", links.imports, exports, insight);
        }
        var options =
                new Swc4jTranspileOptions()
                        .setMediaType(media)
                        .setParseMode(Swc4jParseMode.Module)
                        .setJsx(
                                Swc4jJsxRuntimeOption.Classic(
                                        "ReactEcs.createElement", "ReactEcs.Fragment"))
                        .setSourceMap(Swc4jSourceMapOption.Separate);
        options.setInlineSources(false);
        Swc4jTranspileOutput out = swc.transpile(links.text(), options);
        return new Compiled(
                out.getCode(), mappings(out.getSourceMap()), links.imports, exports, insight);
    }

    private static String mappings(String map) {
        int at = map.indexOf("\"mappings\":\"") + 12;
        return map.substring(at, map.indexOf('"', at));
    }

    private static Compiled json(Text source) {
        try {
            var tree = JSON.readTree(source.text());
            var names =
                    tree.isObject()
                            ? Set.copyOf(tree.propertyStream().map(e -> e.getKey()).toList())
                            : Set.<String>of();
            var code = "module.exports = " + tree;
            var exports = new Compiled.Exports(names, List.of(), true);
            var insight = new Compiled.Insight(List.of(), List.of(), List.of());
            return new Compiled(code, "", List.of(), exports, insight);
        } catch (JacksonException e) {
            return broken(Finding.Kind.SYNTAX, "This is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Compiled broken(Finding.Kind kind, String message) {
        return Compiled.broken(List.of(new Text.Trouble(kind, 0, 0, message)));
    }

    private static Compiled broken(Swc4jCoreException error) {
        var message = String.valueOf(error.getMessage());
        var first = message.lines().findFirst().orElse("").replaceFirst("^SyntaxError: ", "");
        var place = PLACE.matcher(message.strip());
        boolean found = place.find();
        int line = found ? Integer.parseInt(place.group(1)) : 0;
        int column = found ? Integer.parseInt(place.group(2)) : 0;
        return Compiled.broken(
                List.of(new Text.Trouble(Finding.Kind.SYNTAX, line, column, first + ".")));
    }
}
