// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Guesses the names that a CommonJS file exports, from what its code assigns. */
final class CommonJs {
    private final Set<String> names = new LinkedHashSet<>();

    static Set<String> names(List<? extends ISwc4jAst> items) {
        var found = new CommonJs();
        items.forEach(item -> Ast.walk(item, found::visit));
        found.names.remove("__esModule");
        return found.names;
    }

    private void visit(ISwc4jAst node) {
        switch (node) {
            case Swc4jAstAssignExpr assignment -> assigned(assignment);
            case Swc4jAstCallExpr call
                    when Ast.chain(call.getCallee()).equals("Object.defineProperty")
                            && call.getArgs().size() > 1
                            && Ast.chain(call.getArgs().getFirst()).equals("exports") ->
                    Ast.name(Ast.bare(call.getArgs().get(1))).ifPresent(names::add);
            default -> {}
        }
    }

    private void assigned(Swc4jAstAssignExpr assignment) {
        var target = Ast.chain(assignment.getLeft());
        if (target.matches("(module\\.)?exports\\.[\\w$]+")) {
            names.add(Ast.last(target));
        } else if (target.equals("module.exports")
                && Ast.bare(assignment.getRight()) instanceof Swc4jAstObjectLit object) {
            object.getProps().forEach(this::property);
        }
    }

    private void property(ISwc4jAst property) {
        switch (property) {
            case Swc4jAstKeyValueProp pair -> Ast.name(pair.getKey()).ifPresent(names::add);
            case Swc4jAstIdent name -> names.add(name.getSym());
            default -> {}
        }
    }
}
