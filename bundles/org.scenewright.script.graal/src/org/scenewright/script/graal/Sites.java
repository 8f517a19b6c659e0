// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.span.Swc4jSpan;

import org.scenewright.script.wire.Notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the calls that define components, with the comments above them and those of their fields.
 */
final class Sites {
    private static final int DEPTH = 16;

    private final Comments comments;
    private final String source;
    private final Map<String, ISwc4jAst> constants = new HashMap<>();
    private final List<Compiled.Site> sites = new ArrayList<>();

    private Sites(String source) {
        this.source = source;
        this.comments = new Comments(source);
    }

    static List<Compiled.Site> of(List<? extends ISwc4jAst> items, String source) {
        var found = new Sites(source);
        for (var item : items) {
            Ast.walk(item, found::remember);
        }
        for (var item : items) {
            found.look(item, item.getSpan().getStart());
        }
        return found.sites;
    }

    private void remember(ISwc4jAst node) {
        if (node instanceof Swc4jAstVarDeclarator variable) {
            variable.getInit()
                    .ifPresent(value -> constants.putIfAbsent(variable(variable), Ast.bare(value)));
        }
    }

    private static String variable(Swc4jAstVarDeclarator declarator) {
        var pattern = declarator.getName().getChildNodes();
        return pattern.isEmpty() ? "?" : Ast.key(pattern.getFirst());
    }

    /**
     * @param anchor where what the comment would stand above begins
     */
    private void look(ISwc4jAst node, int anchor) {
        int from = isAnchor(node) ? node.getSpan().getStart() : anchor;
        if (node instanceof Swc4jAstCallExpr call && Ast.isDefinition(call)) {
            add(call, from);
        }
        for (var child : node.getChildNodes()) {
            if (!Ast.isType(child)) {
                look(child, from);
            }
        }
    }

    /** Something that has a line of its own, as a rule. */
    private static boolean isAnchor(ISwc4jAst node) {
        return switch (node.getType()) {
            case ExprStmt, KeyValueProp, ReturnStmt -> true;
            default -> false;
        };
    }

    private void add(Swc4jAstCallExpr call, int anchor) {
        var fields = new HashMap<String, String>();
        call.getArgs().stream().limit(2).forEach(a -> spec(Ast.bare(a), "", fields, DEPTH));
        var span = call.getSpan();
        int last = span.getLine() + lines(source.substring(span.getStart(), span.getEnd()));
        var notes = new Notes(comments.above(anchor), fields);
        sites.add(new Compiled.Site(span.getLine(), span.getColumn(), last, notes));
    }

    static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The comments of an object of schemas, and of those within its schemas. */
    private void spec(ISwc4jAst node, String path, Map<String, String> fields, int depth) {
        switch (node) {
            case Swc4jAstObjectLit object when depth > 0 ->
                    object.getProps().stream()
                            .filter(Swc4jAstKeyValueProp.class::isInstance)
                            .map(Swc4jAstKeyValueProp.class::cast)
                            .forEach(property -> field(property, path, fields, depth));
            case Swc4jAstIdent name when depth > 0 && constants.containsKey(name.getSym()) ->
                    spec(constants.get(name.getSym()), path, fields, depth - 1);
            // The first argument of Schemas.Map, Array, Optional and OneOf is what it is made of.
            case Swc4jAstCallExpr call
                    when depth > 0
                            && Ast.root(Ast.chain(call.getCallee())).equals("Schemas")
                            && !call.getArgs().isEmpty() ->
                    spec(Ast.bare(call.getArgs().getFirst()), path, fields, depth - 1);
            default -> {}
        }
    }

    private String comment(Swc4jSpan field) {
        var above = comments.above(field.getStart());
        return above.isEmpty() ? comments.behind(field.getEnd()) : above;
    }

    private void field(
            Swc4jAstKeyValueProp property, String path, Map<String, String> fields, int depth) {
        var name =
                path.isEmpty()
                        ? Ast.key(property.getKey())
                        : path + "." + Ast.key(property.getKey());
        var comment = comment(property.getSpan());
        if (!comment.isEmpty()) {
            fields.put(name, comment);
        }
        spec(Ast.bare(property.getValue()), name, fields, depth - 1);
    }
}
