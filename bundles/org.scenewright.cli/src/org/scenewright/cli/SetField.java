// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** One edit through the document, saved. */
@Command(
        name = "set",
        description = "Writes one field of one component and saves the scene.",
        mixinStandardHelpOptions = true)
final class SetField implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR")
    Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "ENTITY", description = "a number or a name")
    String entity = "";

    @Parameters(
            index = "2",
            paramLabel = "COMPONENT",
            description = "for example core::Transform, or Transform where only one is called so")
    String component = "";

    @Parameters(
            index = "3",
            paramLabel = "FIELD",
            description = "for example position.x or value[0].name; \"\" for the whole component")
    String field = "";

    @Parameters(
            index = "4",
            paramLabel = "JSON",
            description =
                    "the new value, for example 2.5 or '\"a text\"'; of a choice its name will do")
    String json = "";

    /** The edit as it was tried on a scene. */
    private record Attempt(LoadedScene loaded, Scene scene, Edit.Set edit, Outcome outcome) {}

    @Override
    public Integer call() {
        var folder = SceneFolder.of(directory);
        var core = CoreComponents.load();
        var loaded = folder.open(core);
        boolean isKnown = loaded.snapshot().types().find(component).isPresent();
        boolean mayBeOfSources = mayBeOfSources(core);
        var attempt =
                isKnown || !mayBeOfSources ? attempt(loaded) : attempt(withSources(folder, core));
        if (attempt.outcome() instanceof Outcome.Refused && isKnown && mayBeOfSources) {
            attempt = attempt(withSources(folder, core));
        }
        switch (attempt.outcome()) {
            case Outcome.Accepted accepted -> {
                SceneFolder.save(attempt.loaded(), attempt.scene().snapshot());
                tellOtherName(attempt.edit(), attempt.scene().snapshot());
            }
            case Outcome.Refused(var reason) ->
                    throw new CommandFailed(reason + hint(attempt.scene(), attempt.edit()));
        }
        return 0;
    }

    private static LoadedScene withSources(SceneFolder folder, ComponentTypes core) {
        return folder.open(SourceTypes.beside(core, folder.project().directory()));
    }

    private static String hint(Scene scene, Edit.Set edit) {
        return scene.snapshot()
                .types()
                .find(edit.component())
                .map(type -> SpelledName.hint(type.schema(), edit.path()))
                .orElse("");
    }

    private Attempt attempt(LoadedScene loaded) {
        var scene = new Scene(loaded.snapshot());
        var name = SpelledName.component(scene.snapshot().types(), component);
        requireSaved(scene.snapshot(), name);
        var path = TypedValue.path(field);
        var value = new TypedValue(json).in(schema(scene.snapshot(), name, path));
        var edit = new Edit.Set(find(scene.snapshot()), name, path, value);
        return new Attempt(loaded, scene, edit, scene.apply(edit, Origin.USER));
    }

    /**
     * Reading source files takes a second; it is for what the composite does not know, or not so.
     */
    private boolean mayBeOfSources(ComponentTypes core) {
        return core.find(component).isEmpty()
                && !component.startsWith("core::")
                && SourceTypes.canBeRead();
    }

    /** The document keeps names apart; whoever asked for a taken one must know what to look for. */
    private void tellOtherName(Edit.Set edit, SceneSnapshot now) {
        String asked = edit.value().text(edit.path().isEmpty() ? "value" : "", "");
        String written =
                now.value(edit.entity(), edit.component())
                        .map(it -> it.text("value", ""))
                        .orElse("");
        if (edit.component().equals(SceneSnapshot.NAME) && !written.equals(asked)) {
            String message =
                    "scenewright: \"%s\" is taken; the name was written as \"%s\"."
                            .formatted(asked, written);
            spec.commandLine().getErr().println(message);
        }
    }

    private static void requireSaved(SceneSnapshot scene, String component) {
        var type = scene.types().find(component);
        if (type.isPresent() && type.get().role() == ComponentType.Role.RESULT) {
            throw new CommandFailed(
                    component + " is what the renderer answers; it is never saved in a scene.");
        }
    }

    private static Schema schema(SceneSnapshot scene, String component, FieldPath path) {
        return scene.types()
                .find(component)
                .map(type -> TypedValue.schema(type.schema(), path))
                .orElse(new Schema.Opaque(""));
    }

    private Entity find(SceneSnapshot scene) {
        var named =
                scene.entities().stream()
                        .filter(candidate -> scene.name(candidate).equals(entity))
                        .toList();
        if (named.size() > 1) {
            throw new CommandFailed(
                    named.size()
                            + " entities are called \""
                            + entity
                            + "\"; give the number of one: "
                            + named);
        }
        return named.isEmpty() ? numbered(scene) : named.getFirst();
    }

    private Entity numbered(SceneSnapshot scene) {
        return Entity.parse(entity)
                .filter(scene::holds)
                .orElseThrow(() -> new CommandFailed(noEntity(scene)));
    }

    private String noEntity(SceneSnapshot scene) {
        var names = scene.entities().stream().map(scene::name).toList();
        return "There is no entity \""
                + entity
                + "\" in this scene."
                + Suggestion.of(entity, names, UnaryOperator.identity());
    }
}
