// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstType;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for what a file does when it is loaded, beside defining things. What only a run can tell,
 * such as what a call of another function does, is left to the run.
 */
final class Purity {
    private static final Set<String> PURE_ROOTS =
            Set.of(
                    "Schemas",
                    "Vector3",
                    "Quaternion",
                    "Color3",
                    "Color4",
                    "Vector2",
                    "Scalar",
                    "Object",
                    "Number",
                    "String",
                    "Boolean",
                    "Array",
                    "BigInt",
                    "Symbol",
                    "JSON",
                    "Math",
                    "Map",
                    "Set");
    private static final Set<String> CHANGING =
            Set.of("Math.random", "Date.now", "performance.now");
    private static final Set<String> IMPURE_ROOTS =
            Set.of(
                    "engine",
                    "console",
                    "fetch",
                    "setTimeout",
                    "setInterval",
                    "setImmediate",
                    "queueMicrotask",
                    "executeTask",
                    "globalThis");

    private final Set<String> own = new HashSet<>();
    private final List<Compiled.Effect> effects = new ArrayList<>();

    static List<Compiled.Effect> effects(List<? extends ISwc4jAst> items) {
        var purity = new Purity();
        items.forEach(item -> purity.collect(item));
        items.forEach(purity::statement);
        return purity.effects;
    }

    /** Notes what the file itself declares: to complete that is no side effect. */
    private void collect(ISwc4jAst item) {
        switch (item.getType()) {
            case ImportDecl, NamedExport, ExportAll -> {}
            default -> own.addAll(Declarations.names(item));
        }
    }

    private void statement(ISwc4jAst node) {
        if (Ast.isType(node)) {
            return;
        }
        switch (node.getType()) {
            case ImportDecl,
                    NamedExport,
                    ExportAll,
                    FnDecl,
                    TsEnumDecl,
                    TsModuleDecl,
                    EmptyStmt,
                    TsImportEqualsDecl,
                    TsExportAssignment -> {}
            case ExportDecl, ExportDefaultDecl -> Ast.children(node).forEach(this::statement);
            case ExportDefaultExpr, VarDecl, ClassDecl, ClassExpr, FnExpr -> value(node);
            case ExprStmt -> expression(Ast.bare(Ast.children(node).getFirst()));
            default -> add(node, described(node.getType()));
        }
    }

    private static String described(Swc4jAstType type) {
        return switch (type) {
            case IfStmt -> "an if statement decides";
            case ForStmt, ForInStmt, ForOfStmt, WhileStmt, DoWhileStmt -> "a loop runs";
            case ThrowStmt -> "an error is thrown";
            case TryStmt -> "a try statement runs";
            default -> "a statement (%s) runs".formatted(type.name());
        };
    }

    /** An expression that stands for itself, so for what it does. */
    private void expression(ISwc4jAst node) {
        switch (node) {
            case Swc4jAstCallExpr call when isStatement(call) -> value(call);
            case Swc4jAstCallExpr call -> {
                add(call, called(Ast.chain(call.getCallee())));
                call.getArgs().forEach(this::value);
            }
            default -> value(node);
        }
    }

    private boolean isStatement(Swc4jAstCallExpr call) {
        var chain = Ast.chain(call.getCallee());
        return Ast.isDefinition(call) || isPure(chain) || isImpure(chain) || completesOwn(call);
    }

    /** What compilers make of enumerations: {@code (function (E) {...})(E || (E = {}))}. */
    private boolean completesOwn(Swc4jAstCallExpr call) {
        var callee = Ast.bare(call.getCallee()).getType();
        return (callee == Swc4jAstType.FnExpr || callee == Swc4jAstType.ArrowExpr)
                && call.getArgs().size() == 1
                && Ast.bare(call.getArgs().getFirst()).getType() == Swc4jAstType.BinExpr;
    }

    private static boolean isPure(String chain) {
        return chain.contains(".")
                && PURE_ROOTS.contains(Ast.root(chain))
                && !CHANGING.contains(chain);
    }

    private boolean isImpure(String chain) {
        boolean isCall = !Ast.last(chain).equals("bind");
        return CHANGING.contains(chain)
                || isCall
                        && IMPURE_ROOTS.contains(Ast.root(chain))
                        && !own.contains(Ast.root(chain));
    }

    private void value(ISwc4jAst node) {
        if (Ast.isType(node)) {
            return;
        }
        switch (node.getType()) {
            case ArrowExpr,
                    FnExpr,
                    FnDecl,
                    Function,
                    MethodProp,
                    GetterProp,
                    SetterProp,
                    Constructor,
                    ClassMethod,
                    PrivateMethod -> {}
            case CallExpr -> call((Swc4jAstCallExpr) node);
            case NewExpr -> make((Swc4jAstNewExpr) node);
            case AssignExpr -> assign((Swc4jAstAssignExpr) node);
            case UpdateExpr -> change(node, Ast.children(node).getFirst());
            case AwaitExpr -> add(node, "something is waited for");
            case ClassProp, PrivateProp -> property(node);
            case StaticBlock -> add(node, "a static block runs");
            default -> Ast.children(node).forEach(this::value);
        }
    }

    private void property(ISwc4jAst node) {
        boolean isStatic =
                switch (node) {
                    case com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClassProp p -> p.isStatic();
                    case com.caoccao.javet.swc4j.ast.clazz.Swc4jAstPrivateProp p -> p.isStatic();
                    default -> false;
                };
        if (isStatic) {
            Ast.children(node).forEach(this::value);
        }
    }

    private void call(Swc4jAstCallExpr call) {
        var chain = Ast.chain(call.getCallee());
        if (!Ast.isDefinition(call) && isImpure(chain)) {
            add(call, called(chain));
        }
        if (chain.startsWith("?") && !completesOwn(call)) {
            value(call.getCallee());
        }
        call.getArgs().forEach(this::value);
    }

    private void make(Swc4jAstNewExpr made) {
        if (Ast.chain(made.getCallee()).equals("Date")
                && made.getArgs().orElse(List.of()).isEmpty()) {
            add(made, "new Date() is made");
        }
        made.getArgs().ifPresent(arguments -> arguments.forEach(this::value));
    }

    private void assign(Swc4jAstAssignExpr assignment) {
        change(assignment, assignment.getLeft());
        value(assignment.getRight());
    }

    private void change(ISwc4jAst node, ISwc4jAst target) {
        var chain = Ast.chain(target);
        if (!own.contains(Ast.root(chain))) {
            add(node, chain.contains("?") ? "a value is changed" : chain + " is set");
        }
    }

    private static String called(String chain) {
        return chain.startsWith("?") ? "a function is called" : chain + "() is called";
    }

    private void add(ISwc4jAst node, String what) {
        var span = node.getSpan();
        effects.add(new Compiled.Effect(span.getLine(), span.getColumn(), what));
    }

    /** The sentences that explain an effect. */
    static String explained(String what) {
        return "When this file is loaded, %s. ".formatted(what)
                + switch (what) {
                    case "Math.random() is called", "Date.now() is called", "new Date() is made" ->
                            "What it defines is then another at every start; use a constant.";
                    default ->
                            "The editor also loads files that define components, without a scene,"
                                + " so they should do nothing else. Move this into a function, such"
                                + " as main(), or into another file.";
                };
    }
}
