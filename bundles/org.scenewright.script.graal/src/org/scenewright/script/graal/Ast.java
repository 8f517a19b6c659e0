// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstType;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdentName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the walks through a syntax tree have in common. */
final class Ast {
    private static final Set<String> DEFINING =
            Set.of("defineComponent", "defineComponentFromSchema", "declareComponent");
    private static final Set<Swc4jAstType> WRAPPERS =
            Set.of(
                    Swc4jAstType.ParenExpr,
                    Swc4jAstType.TsAsExpr,
                    Swc4jAstType.TsConstAssertion,
                    Swc4jAstType.TsNonNullExpr,
                    Swc4jAstType.TsSatisfiesExpr,
                    Swc4jAstType.TsInstantiation,
                    Swc4jAstType.ExprOrSpread);

    private Ast() {}

    /** The expression in its parentheses and type assertions. */
    static ISwc4jAst bare(ISwc4jAst node) {
        return WRAPPERS.contains(node.getType()) && !node.getChildNodes().isEmpty()
                ? bare(expression(node))
                : node;
    }

    /** Of a node that wraps an expression: that, and not the type beside it. */
    private static ISwc4jAst expression(ISwc4jAst wrapper) {
        return wrapper.getChildNodes().stream()
                .filter(n -> !isType(n))
                .findFirst()
                .orElse(wrapper.getChildNodes().getFirst());
    }

    /** Whether a node is nothing but a type, of which nothing is left when code runs. */
    static boolean isType(ISwc4jAst node) {
        var type = node.getType();
        return type.name().startsWith("Ts")
                && !WRAPPERS.contains(type)
                && type != Swc4jAstType.TsTypeAssertion
                && type != Swc4jAstType.TsEnumDecl
                && type != Swc4jAstType.TsModuleDecl
                && type != Swc4jAstType.TsExportAssignment
                && type != Swc4jAstType.TsImportEqualsDecl;
    }

    /** A name or a chain of names such as {@code engine.addSystem}; a question mark for others. */
    static String chain(ISwc4jAst node) {
        return switch (bare(node)) {
            case Swc4jAstIdent name -> name.getSym();
            case Swc4jAstBindingIdent name -> name.getId().getSym();
            case Swc4jAstMemberExpr member -> chain(member.getObj()) + "." + key(member.getProp());
            default -> "?";
        };
    }

    /** The name that a key of an object or a member is written as. */
    static String key(ISwc4jAst node) {
        return name(node).orElse("?");
    }

    static Optional<String> name(ISwc4jAst node) {
        return switch (node) {
            case Swc4jAstIdent name -> Optional.of(name.getSym());
            case Swc4jAstIdentName name -> Optional.of(name.getSym());
            case Swc4jAstStr text -> Optional.of(text.getValue());
            case Swc4jAstComputedPropName computed when computed.getExpr() instanceof Swc4jAstStr ->
                    name(computed.getExpr());
            default -> Optional.empty();
        };
    }

    /** The last name of a chain. */
    static String last(String chain) {
        return chain.substring(chain.lastIndexOf('.') + 1);
    }

    /** The first name of a chain. */
    static String root(String chain) {
        return chain.contains(".") ? chain.substring(0, chain.indexOf('.')) : chain;
    }

    static boolean isDefinition(Swc4jAstCallExpr call) {
        return DEFINING.contains(last(chain(call.getCallee())));
    }

    /** Hands every node to a visitor, outer before inner. */
    static void walk(ISwc4jAst node, Consumer<ISwc4jAst> visitor) {
        visitor.accept(node);
        for (var child : node.getChildNodes()) {
            if (!isType(child)) {
                walk(child, visitor);
            }
        }
    }

    static List<ISwc4jAst> children(ISwc4jAst node) {
        return node.getChildNodes();
    }
}
