// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstType;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPatProp;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstTsEnumDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstTsModuleDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;

import java.util.ArrayList;
import java.util.List;

/** The names that statements declare. */
final class Declarations {
    private Declarations() {}

    static List<String> names(ISwc4jAst item) {
        var names = new ArrayList<String>();
        add(item, names);
        return names;
    }

    private static void add(ISwc4jAst node, List<String> names) {
        switch (node) {
            case Swc4jAstVarDecl variables ->
                    variables.getDecls().forEach(d -> pattern(d.getName(), names));
            case Swc4jAstFnDecl function -> names.add(function.getIdent().getSym());
            case Swc4jAstClassDecl type -> names.add(type.getIdent().getSym());
            case Swc4jAstTsEnumDecl type -> names.add(type.getId().getSym());
            case Swc4jAstTsModuleDecl space -> names.add(Ast.key(space.getId()));
            default -> {
                if (node.getType() == Swc4jAstType.ExportDecl) {
                    node.getChildNodes().forEach(child -> add(child, names));
                }
            }
        }
    }

    private static void pattern(ISwc4jAst node, List<String> names) {
        switch (node) {
            case Swc4jAstIdent name -> names.add(name.getSym());
            case Swc4jAstAssignPatProp property -> pattern(property.getKey(), names);
            default -> {
                var isPattern =
                        switch (node.getType()) {
                            case BindingIdent,
                                    ObjectPat,
                                    ArrayPat,
                                    KeyValuePatProp,
                                    AssignPat,
                                    RestPat ->
                                    true;
                            default -> false;
                        };
                if (isPattern) {
                    node.getChildNodes().stream()
                            .filter(n -> !Ast.isType(n))
                            .forEach(n -> pattern(n, names));
                }
            }
        }
    }
}
