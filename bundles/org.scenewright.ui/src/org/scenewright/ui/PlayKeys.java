// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISources;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The commands that run a scene and make something of it, with their keys: they are the scene's of
 * the active editor in every view, as one looks at the Console, say, while one plays; UI thread.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class PlayKeys {
    private static final List<String> NAMES =
            List.of(
                    "play",
                    "pause",
                    "step",
                    "playwith",
                    "network",
                    "build",
                    "buildnpm",
                    "preview",
                    "deploy",
                    "generate");

    private PlayKeys() {}

    /**
     * Binds them while an editor is the active one of its window.
     *
     * @param area they are bound for as long as it lives
     */
    static void bind(IEditorPart editor, SceneActions actions, Control area) {
        var workbench = editor.getSite().getWorkbenchWindow().getWorkbench();
        var whileActive = new WhileActive(editor);
        var contexts = workbench.getService(IContextService.class);
        var context = contexts.activateContext(SceneActions.PREFIX + "played", whileActive);
        var handlers = workbench.getService(IHandlerService.class);
        var activations =
                NAMES.stream()
                        .map(
                                name ->
                                        handlers.activateHandler(
                                                SceneActions.PREFIX + name,
                                                new ActionHandler(actions.get(name)),
                                                whileActive))
                        .toList();
        area.addListener(
                SWT.Dispose,
                event -> {
                    contexts.deactivateContext(context);
                    handlers.deactivateHandlers(activations);
                });
    }

    /** Holds while one editor is the active one, whatever view has the focus. */
    private static final class WhileActive extends Expression {
        private final IEditorPart editor;

        WhileActive(IEditorPart editor) {
            this.editor = editor;
        }

        @Override
        public void collectExpressionInfo(ExpressionInfo info) {
            info.addVariableNameAccess(ISources.ACTIVE_EDITOR_NAME);
        }

        @Override
        public @Nullable EvaluationResult evaluate(IEvaluationContext context) {
            return EvaluationResult.valueOf(
                    editor.equals(context.getVariable(ISources.ACTIVE_EDITOR_NAME)));
        }
    }
}
