// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.scenewright.runtime.Registration;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.script.Answer;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.Reflections;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The source files of a project of which scenes are open: read again whenever they change, what is
 * wrong in them is marked, and the scenes are told of their components. Any thread.
 */
final class ScriptProject implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScriptProject.class.getName());

    /** The first picture of a scene comes before its worker. */
    private static final int REST_MILLIS = 300;

    /** An open scene of the project. Any thread. */
    interface Member {
        /** Takes the types that scenes of the project have by now. */
        void declare(ComponentTypes types);

        /** Takes what was defined once and is no more. */
        void former(List<Definition> gone);

        /** Takes something to know, as a sentence. */
        void note(String sentence);
    }

    private final Path directory;
    private final CompletableFuture<Reflections> reflections;
    private final Supplier<ComponentTypes> core;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final AtomicReference<SourceReading> current;
    private final SourceMarkers markers;
    private final SourceWatch watch;
    private volatile Optional<ProjectTypes> types = Optional.empty();
    private volatile List<Definition> former = List.of();
    private volatile boolean isClosed;
    private final IResourceChangeListener saved = this::saved;

    /**
     * @param core the types that every scene has; asked in the background
     */
    ScriptProject(
            Path directory,
            CompletableFuture<Reflections> reflections,
            Supplier<ComponentTypes> core) {
        this.directory = directory;
        this.reflections = reflections;
        this.core = core;
        current = new AtomicReference<>(reading());
        markers = new SourceMarkers(directory);
        watch = new SourceWatch(directory, this::read);
        watch.start();
        ResourcesPlugin.getWorkspace()
                .addResourceChangeListener(saved, IResourceChangeEvent.POST_CHANGE);
    }

    /** Not every system tells at once of what is written, but the workspace does. */
    private void saved(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::visit);
        } catch (CoreException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "A change was not followed", unreadable);
        }
    }

    private boolean visit(IResourceDelta delta) {
        var location = delta.getResource().getLocation();
        if (location != null && (delta.getFlags() & IResourceDelta.CONTENT) != 0) {
            watch.saved(location.toPath());
        }
        return true;
    }

    /** Tells a scene of the types of the project, until the registration is closed. */
    Registration join(Member member) {
        members.add(member);
        types.ifPresent(known -> member.declare(known.types()));
        member.former(former);
        return () -> members.remove(member);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    private SourceReading reading() {
        return new SourceReading(directory, reflections, this::take);
    }

    private void read() {
        var next = reading();
        current.getAndSet(next).cancel();
        if (!isClosed) {
            // What takes no longer than a glance shows no progress.
            next.setSystem(types.isPresent());
            next.schedule(types.isPresent() ? 0 : REST_MILLIS);
        }
    }

    private void take(SourceReading reading, Answer answer) {
        if (reading == current.get() && !isClosed) {
            switch (answer) {
                case Answer.Reflected(var reflection) -> take(reflection);
                case Answer.Failed(var message) -> fail(message);
                case Answer.NoWorker(var reason) -> fail(reason);
                case Answer.Died(var exit, var file) -> fail(exit.detail());
                case Answer.Cancelled cancelled -> {}
            }
        }
    }

    private void fail(String reason) {
        markers.write(
                List.of(
                        SourceProblem.ofProject(
                                "Components of TypeScript are unknown. " + reason)));
    }

    private void take(Reflection reflection) {
        var before = types;
        var now = ProjectTypes.of(core.get(), reflection);
        types = Optional.of(now);
        watch.expect(reflection.sources());
        if (!before.map(ProjectTypes::definitions).equals(Optional.of(now.definitions()))) {
            members.forEach(member -> member.declare(now.types()));
        }
        if (before.isEmpty() && !now.definitions().isEmpty()) {
            members.forEach(member -> member.note(count(now.definitions().size())));
        }
        tellFormer(reflections.join().former(directory));
        markers.write(SourceProblem.of(reflection.findings(), now.conflicts()));
    }

    private void tellFormer(List<Definition> gone) {
        if (!gone.equals(former)) {
            former = gone;
            members.forEach(member -> member.former(gone));
        }
    }

    private static String count(int components) {
        return components + (components == 1 ? " component" : " components") + " from TypeScript";
    }

    @Override
    public void close() {
        isClosed = true;
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(saved);
        watch.close();
        current.get().cancel();
        markers.write(List.of());
    }
}
