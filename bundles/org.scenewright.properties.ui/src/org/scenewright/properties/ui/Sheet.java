// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SettingsSchema;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The property sheet: the components of the selected entities, fields by schema; UI thread only.
 *
 * <p>It shows snapshots and emits edits. Changes arriving in between are gathered into one refresh.
 */
final class Sheet implements AutoCloseable {
    private final Display display;
    private final ScrolledComposite scroll;
    private final Consumer<@Nullable String> message;
    private final AtomicBoolean stale = new AtomicBoolean();
    private List<EntityHandle> selection = List.of();
    private List<ComponentType> shownTypes = List.of();
    private List<Entity> shownEntities = List.of();
    private List<FieldView> views = List.of();
    private Optional<Registration> link = Optional.empty();

    /**
     * @param message shows a sentence to the person; null takes it away
     */
    Sheet(Composite parent, Consumer<@Nullable String> message) {
        this.display = parent.getDisplay();
        this.message = message;
        parent.setLayout(new FillLayout());
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, e -> relayout());
        rebuild();
    }

    /** Shows other entities; handles of more than one scene are cut down to the first one's. */
    void show(List<EntityHandle> handles) {
        var oneScene =
                handles.stream()
                        .filter(handle -> handle.session() == handles.getFirst().session())
                        .toList();
        if (!oneScene.equals(selection)) {
            listenTo(oneScene);
            selection = oneScene;
            message.accept(null);
            rebuild();
        }
    }

    private Optional<SceneSession> session() {
        return selection.stream().findFirst().map(EntityHandle::session);
    }

    private void listenTo(List<EntityHandle> handles) {
        var next = handles.stream().findFirst().map(EntityHandle::session);
        if (!next.equals(session())) {
            link.ifPresent(Registration::close);
            link = next.map(session -> session.link(new Changed()));
        }
    }

    /** Hands over from the scene thread; many changes make one refresh. */
    private final class Changed implements Link {
        @Override
        public String name() {
            return "";
        }

        @Override
        public void changed(SceneSnapshot snapshot, Changes changes) {
            if (!stale.getAndSet(true)) {
                onUi(Sheet.this::update);
            }
        }
    }

    private void onUi(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(
                    () -> {
                        if (!scroll.isDisposed()) {
                            task.run();
                        }
                    });
        }
    }

    private void update() {
        stale.set(false);
        if (types().equals(shownTypes) && entities().equals(shownEntities)) {
            views.forEach(FieldView::refresh);
        } else {
            rebuild();
        }
    }

    private List<Entity> entities() {
        var alive = session().map(SceneSession::snapshot);
        return selection.stream()
                .map(EntityHandle::entity)
                .filter(entity -> alive.isPresent() && alive.get().holds(entity))
                .toList();
    }

    /** The types of the components that all selected entities have. */
    private List<ComponentType> types() {
        var entities = entities();
        if (entities.isEmpty()) {
            return List.of();
        }
        var now = session().orElseThrow().snapshot();
        return now.components(entities.getFirst()).stream()
                .filter(
                        name ->
                                entities.stream()
                                        .allMatch(entity -> now.value(entity, name).isPresent()))
                .flatMap(name -> now.types().find(name).stream())
                .toList();
    }

    private void rebuild() {
        scroll.setRedraw(false);
        if (scroll.getContent() != null) {
            scroll.getContent().dispose();
        }
        var content = new Composite(scroll, SWT.NONE);
        var layout = new GridLayout(1, false);
        layout.marginWidth = 4;
        content.setLayout(layout);
        shownTypes = types();
        shownEntities = entities();
        views = build(content);
        scroll.setContent(content);
        relayout();
        scroll.setRedraw(true);
    }

    private List<FieldView> build(Composite content) {
        var entities = shownEntities;
        var built = new ArrayList<FieldView>();
        if (session().isPresent() && !entities.isEmpty()) {
            var road = new Road(session().orElseThrow(), reason -> onUi(() -> refused(reason)));
            built.add(heading(content, entities));
            if (entities.equals(List.of(Entity.ROOT))) {
                built.add(settings(content, road));
            }
            shownTypes.forEach(
                    type ->
                            built.add(
                                    new ComponentSection(
                                            content,
                                            new ComponentSubject(road, entities, type),
                                            this::relayout)));
            new AddComponent(content, road, entities);
        } else {
            new Label(content, SWT.NONE).setText("Select an entity to see its components.");
        }
        return built;
    }

    private FieldView heading(Composite content, List<Entity> entities) {
        var label = new Label(content, SWT.NONE);
        label.setFont(JFaceResources.getHeaderFont());
        label.setLayoutData(Form.fill());
        FieldView heading = () -> label.setText(title(entities));
        heading.refresh();
        return heading;
    }

    private String title(List<Entity> entities) {
        return entities.size() == 1
                ? session().orElseThrow().snapshot().name(entities.getFirst())
                : entities.size() + " entities";
    }

    private FieldView settings(Composite content, Road road) {
        var box = new Composite(content, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        var slot =
                new Slot(
                        new SettingsSubject(road),
                        FieldPath.WHOLE,
                        "",
                        SettingsSchema.SCHEMA.initial());
        return FieldViews.create(SettingsSchema.SCHEMA, slot, Form.in(box, this::relayout));
    }

    private void refused(String reason) {
        message.accept(reason);
        update();
    }

    private void relayout() {
        var content = scroll.getContent();
        if (content instanceof Composite composite) {
            int width = Math.max(scroll.getClientArea().width, 1);
            composite.layout(true, true);
            scroll.setMinSize(composite.computeSize(width, SWT.DEFAULT));
        }
    }

    @Override
    public void close() {
        link.ifPresent(Registration::close);
        link = Optional.empty();
        selection = List.of();
    }
}
