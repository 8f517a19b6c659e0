// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.schema.ComponentType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done about stored values of a component that its definition in TypeScript no longer
 * describes: each is one edit of the open scene, which can be undone. UI thread.
 */
public final class StoredRemedies implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return Outdated.of(marker).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return Outdated.of(marker).stream()
                .flatMap(
                        outdated ->
                                Arrays.stream(Edit.Policy.values())
                                        .map(policy -> new Migration(outdated, policy)))
                .toArray(IMarkerResolution[]::new);
    }

    /** A component of an open scene that the project defines otherwise by now. */
    private record Outdated(OpenScene scene, String component) {

        static Optional<Outdated> of(IMarker marker) {
            String field = marker.getAttribute(MarkerWriting.FIELD, "");
            String source = marker.getAttribute(MarkerWriting.SOURCE, "");
            return scenes().filter(
                            scene -> MarkerWriting.source(scene.session().project()).equals(source))
                    .findFirst()
                    .flatMap(
                            scene ->
                                    component(scene, field).map(name -> new Outdated(scene, name)));
        }

        /** How many have it. */
        int entities() {
            var with = new ArrayList<Entity>();
            scene.snapshot().forEach(component, (entity, value) -> with.add(entity));
            return with.size();
        }

        /** Names may have dots, too. */
        private static Optional<String> component(OpenScene scene, String field) {
            return scene.snapshot().types().all().stream()
                    .filter(type -> type.definition().isPresent())
                    .map(ComponentType::name)
                    .filter(name -> (field + ".").startsWith(name + "."))
                    .max(Comparator.comparingInt(String::length));
        }

        private static Stream<OpenScene> scenes() {
            return Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows())
                    .flatMap(window -> Arrays.stream(window.getPages()))
                    .map(IWorkbenchPage::getEditorReferences)
                    .flatMap(Arrays::stream)
                    .flatMap(StoredRemedies::scene);
        }
    }

    private static Stream<OpenScene> scene(IEditorReference reference) {
        return reference.getEditor(false) instanceof SceneEditor editor
                ? editor.desk().scene().stream()
                : Stream.empty();
    }

    /** One way to bring the values up to the definition. */
    private record Migration(Outdated outdated, Edit.Policy policy) implements IMarkerResolution {

        @Override
        public String getLabel() {
            return "Update "
                    + outdated.component()
                    + " in the scene, on "
                    + Counted.entities(outdated.entities())
                    + ": "
                    + what();
        }

        /** In the order of the alphabet, as lists show them: what loses nothing comes first. */
        private String what() {
            return switch (policy) {
                case KEEP -> "keep all that can stay";
                case DROP -> "leave out what does not fit";
                case DEFAULT -> "start again from the defaults where it does not fit";
            };
        }

        @Override
        @SuppressWarnings("null")
        public void run(IMarker marker) {
            outdated.scene().post(new Edit.Migrate(outdated.component(), policy));
        }
    }
}
