// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Census;
import org.scenewright.render.Heavy;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * How much an open scene has of what is limited, and what leaves its space, as counted in the
 * background; UI thread.
 */
final class Limits implements AutoCloseable {
    /** While something is dragged, its marker would be another one at every step. */
    private static final int QUIET_MILLIS = 500;

    private static final int MOST_PROBLEMS = 200;

    private final SceneSession session;
    private final UiThread ui;
    private final Runnable nudge;
    private final Runnable settle = this::settle;
    private final Counting counting;
    private final Sizing sizing;
    private final Registration link;
    private final AssetLibrary.Registration loading;
    private final List<Consumer<Findings>> watchers = new CopyOnWriteArrayList<>();
    private volatile long bytes;
    private Findings now = Findings.NONE;
    private Set<Entity> outside = Set.of();
    private volatile List<Problem> problems = List.of();
    private boolean closed;

    /**
     * @param nudge called when there are other problems
     */
    Limits(SceneSession session, AssetLibrary assets, UiThread ui, Runnable nudge) {
        this.session = session;
        this.ui = ui;
        this.nudge = nudge;
        counting = new Counting(assets, this::counted);
        // Linked first: what happens between is counted twice, and comes out as once.
        link = session.link(counting);
        counting.begin(session.snapshot());
        loading = assets.onLoaded(path -> counting.post(census -> census.assetLoaded(path)));
        sizing = new Sizing(session.project().directory(), this::sized);
        sizing.schedule();
    }

    private void sized(long total) {
        if (total != bytes) {
            bytes = total;
            counting.post(census -> {});
        }
    }

    private void counted(Census census) {
        var next = new Findings(census.amounts(bytes), census.strays(), census.parcels());
        ui.execute(() -> show(next));
    }

    private void show(Findings next) {
        if (!closed && !next.equals(now)) {
            boolean isMoved = !next.strays().equals(now.strays());
            now = next;
            outside = isMoved ? next.strays().entities() : outside;
            watchers.forEach(watcher -> watcher.accept(next));
            if (isMoved) {
                ui.display().timerExec(QUIET_MILLIS, settle);
            }
        }
    }

    private void settle() {
        if (!closed) {
            problems = listed();
            nudge.run();
        }
    }

    private List<Problem> listed() {
        var snapshot = session.snapshot();
        var all = new ArrayList<Problem>();
        now.strays().first().stream()
                .filter(stray -> snapshot.holds(stray.entity()))
                .limit(MOST_PROBLEMS)
                .map(s -> problem(s.entity().toString(), s.sentence(snapshot.name(s.entity()))))
                .forEach(all::add);
        int more = now.strays().count() - all.size();
        if (more > 0 && all.size() == MOST_PROBLEMS) {
            all.add(problem("", "Out of the scene's space are also " + Counted.entities(more)));
        }
        return List.copyOf(all);
    }

    private Problem problem(String entity, String sentence) {
        var project = session.project();
        return new Problem(
                Problem.Severity.WARNING,
                project.relative(project.composite()),
                entity,
                entity.isEmpty() ? "" : "core::Transform.position",
                0,
                sentence);
    }

    /** What leaves the space of the scene, once that has settled; any thread. */
    List<Problem> problems() {
        return problems;
    }

    Findings now() {
        return now;
    }

    /** Whether an entity of the document leaves the space of the scene, and is marked. */
    boolean isOutside(Entity entity) {
        return outside.contains(entity);
    }

    /** Calls back whenever there is something else to be told. */
    Registration watch(Consumer<Findings> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** The models and shapes that make up most of the triangles. */
    CompletableFuture<List<Heavy>> heaviest(int most) {
        return counting.ask(census -> census.heaviest(most));
    }

    /** The entities that show one of them. */
    CompletableFuture<List<Entity>> users(Heavy heavy) {
        return counting.ask(census -> census.users(heavy.name()));
    }

    @Override
    public void close() {
        closed = true;
        link.close();
        loading.close();
        sizing.cancel();
    }
}
