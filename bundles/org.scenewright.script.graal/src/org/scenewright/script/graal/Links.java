// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportAll;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportNamespaceSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDefaultSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportStarAsSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import com.caoccao.javet.swc4j.span.Swc4jSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file imports and exports; and its text with a mark instead of each imported name of a
 * file, which the loader then replaces by where that leads.
 */
final class Links {
    final List<Compiled.Import> imports = new ArrayList<>();
    final Set<String> names = new LinkedHashSet<>();
    final List<Integer> stars = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Text source;
    private boolean isModule;

    private record Edit(int from, int to, String text) {}

    private Links(Text source) {
        this.source = source;
    }

    static Links of(List<? extends ISwc4jAst> items, Text source) {
        var links = new Links(source);
        items.forEach(links::add);
        return links;
    }

    /** Whether the file is an ECMAScript module, as it imports or exports something. */
    boolean isModule() {
        return isModule;
    }

    private void add(ISwc4jAst item) {
        isModule |= item.getType().name().matches("Import.*|.*Export.*|ExportAll");
        switch (item) {
            case Swc4jAstImportDecl link when !link.isTypeOnly() -> imported(link);
            case Swc4jAstNamedExport link when !link.isTypeOnly() -> exported(link);
            case Swc4jAstExportAll link when !link.isTypeOnly() -> {
                stars.add(imports.size());
                mark(link.getSrc(), Compiled.Kind.ALL, List.of());
            }
            case Swc4jAstExportDecl declaration ->
                    names.addAll(Declarations.names(declaration.getDecl()));
            default -> {
                if (item.getType().name().startsWith("ExportDefault")) {
                    names.add("default");
                }
            }
        }
    }

    private void imported(Swc4jAstImportDecl link) {
        var wanted = new ArrayList<String>();
        Optional<String> star = Optional.empty();
        Optional<String> whole = Optional.empty();
        for (var specifier : link.getSpecifiers()) {
            switch (specifier) {
                case Swc4jAstImportNamedSpecifier name when !name.isTypeOnly() ->
                        wanted.add(
                                name.getImported().map(Ast::key).orElse(name.getLocal().getSym()));
                case Swc4jAstImportDefaultSpecifier name -> {
                    whole = Optional.of(name.getLocal().getSym());
                    wanted.add("default");
                }
                case Swc4jAstImportStarAsSpecifier name ->
                        star = Optional.of(name.getLocal().getSym());
                default -> {}
            }
        }
        if (star.isPresent()) {
            namespace(link, star.get(), whole);
        } else {
            mark(link.getSrc(), Compiled.Kind.NAMES, wanted);
        }
    }

    /** A whole file as an object becomes the default of a stand-in, which may be any object. */
    private void namespace(Swc4jAstImportDecl link, String name, Optional<String> whole) {
        var text = new StringBuilder();
        whole.ifPresent(
                n -> {
                    text.append("import ").append(n).append(" from '").append(nextMark());
                    text.append("'; ");
                    add(link.getSrc(), Compiled.Kind.NAMES, List.of("default"));
                });
        text.append("import ").append(name).append(" from '").append(nextMark()).append("';");
        add(link.getSrc(), Compiled.Kind.NAMESPACE, List.of());
        replace(link.getSpan(), text.toString());
    }

    private void exported(Swc4jAstNamedExport link) {
        var wanted = new ArrayList<String>();
        for (var specifier : link.getSpecifiers()) {
            switch (specifier) {
                case Swc4jAstExportNamedSpecifier name when !name.isTypeOnly() -> {
                    wanted.add(Ast.key(name.getOrig()));
                    names.add(name.getExported().map(Ast::key).orElse(Ast.key(name.getOrig())));
                }
                case Swc4jAstExportNamespaceSpecifier name when link.getSrc().isPresent() -> {
                    names.add(Ast.key(name.getName()));
                    replace(
                            link.getSpan(),
                            "export { default as %s } from '%s';"
                                    .formatted(Ast.key(name.getName()), nextMark()));
                    add(link.getSrc().get(), Compiled.Kind.NAMESPACE, List.of());
                    return;
                }
                default -> {}
            }
        }
        link.getSrc().ifPresent(from -> mark(from, Compiled.Kind.NAMES, wanted));
    }

    /** Notes the calls of require in a CommonJS file. */
    void addRequired(List<? extends ISwc4jAst> items) {
        items.forEach(item -> Ast.walk(item, this::required));
    }

    private void required(ISwc4jAst node) {
        if (node instanceof Swc4jAstCallExpr call
                && Ast.chain(call.getCallee()).equals("require")
                && call.getArgs().size() == 1
                && Ast.bare(call.getArgs().getFirst()) instanceof Swc4jAstStr file
                && imports.stream().noneMatch(i -> i.specifier().equals(file.getValue()))) {
            add(file, Compiled.Kind.REQUIRE, List.of());
        }
    }

    private void mark(Swc4jAstStr file, Compiled.Kind kind, List<String> wanted) {
        replace(file.getSpan(), "'" + nextMark() + "'");
        add(file, kind, wanted);
    }

    private void add(Swc4jAstStr file, Compiled.Kind kind, List<String> wanted) {
        int line = file.getSpan().getLine();
        imports.add(new Compiled.Import(file.getValue(), kind, List.copyOf(wanted), line));
    }

    private String nextMark() {
        return markOf(source.hash(), imports.size());
    }

    /** The mark of an import; no file can hold it by chance, as it names what the file holds. */
    static String markOf(String hash, int number) {
        return "import:" + hash + ":" + number + ";";
    }

    private void replace(Swc4jSpan span, String text) {
        var lost =
                "\n".repeat(Sites.lines(source.text().substring(span.getStart(), span.getEnd())));
        edits.add(new Edit(span.getStart(), span.getEnd(), text + lost));
    }

    String text() {
        var text = new StringBuilder(source.text());
        edits.sort(Comparator.comparingInt(Edit::from).reversed());
        edits.forEach(edit -> text.replace(edit.from, edit.to, edit.text));
        return text.toString();
    }
}
