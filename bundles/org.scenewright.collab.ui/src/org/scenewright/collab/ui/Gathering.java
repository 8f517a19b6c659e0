// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.swt.widgets.Shell;
import org.scenewright.collab.Elsewhere;
import org.scenewright.collab.Person;
import org.scenewright.collab.SharedSession;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the people who edit one scene have together, from when it is first shared until its editor
 * is closed; UI thread.
 */
final class Gathering implements AutoCloseable {
    private final UiThread ui;
    private final Around around;
    private final Notices notices;
    private final Decisions decisions;
    private final Following following;
    private final List<Registration> registrations = new ArrayList<>();
    private final AtomicBoolean isChanging = new AtomicBoolean();
    private Optional<Turn> opening = Optional.empty();
    private Optional<Shared> shared = Optional.empty();
    private Optional<Comings> comings = Optional.empty();
    private Optional<Outages> outages = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<DecisionsDialog> dialog = Optional.empty();
    private CompletableFuture<Void> free = CompletableFuture.completedFuture(null);
    private long offered;
    private long crossed;

    /**
     * What it needs of the workbench.
     *
     * @param changed called when any of it changes
     * @param move goes elsewhere with the session
     * @param isShown whether the person has the people of this scene before them
     */
    record Around(Runnable changed, Consumer<Meeting> move, BooleanSupplier isShown) {}

    Gathering(SceneSession scene, UiThread ui, Around around) {
        this.ui = ui;
        this.around = around;
        this.notices = new Notices(ui);
        this.decisions = new Decisions(scene, ui, this::decisionsChanged);
        this.following = new Following(scene, this::changedSoon);
    }

    /** One try to share or to join, which counts until the next one, or until somebody leaves. */
    final class Turn {
        private final CompletableFuture<Shared> found = new CompletableFuture<>();

        private Turn() {}

        /** It has led to this, which is left where nobody waits for it any more; any thread. */
        void begun(Shared begun) {
            found.complete(begun);
            end(() -> settle(begun));
        }

        /** It has led nowhere; any thread. */
        void failed(String sentence) {
            found.cancel(false);
            end(() -> failure = Optional.of(sentence));
        }

        private void end(Runnable outcome) {
            ui.execute(
                    () -> {
                        if (opening.filter(turn -> turn == this).isPresent()) {
                            opening = Optional.empty();
                            outcome.run();
                            around.changed().run();
                        }
                    });
        }

        /** Complete when what it led to, or still leads to, is left. */
        private CompletableFuture<Void> givenUp() {
            // Who quits stands still on the UI thread until then.
            return found.thenCompose(Shared::leave);
        }
    }

    /** Begins to share or to join; whoever leaves gives that up. */
    Turn open() {
        var turn = new Turn();
        opening = Optional.of(turn);
        failure = Optional.empty();
        return turn;
    }

    boolean isOpening() {
        return opening.isPresent();
    }

    /** Whether nobody shares or joins by it, nor is about to. */
    boolean isFree() {
        return opening.isEmpty() && shared.filter(now -> !now.isOver()).isEmpty();
    }

    /** Complete when no former session, and none that was given up, has the scene any more. */
    CompletableFuture<Void> free() {
        return free;
    }

    Optional<Shared> shared() {
        return shared;
    }

    /** Why it could not be shared or joined. */
    Optional<String> failure() {
        return failure;
    }

    Notices notices() {
        return notices;
    }

    Decisions decisions() {
        return decisions;
    }

    Following following() {
        return following;
    }

    private List<Person> people() {
        return shared.map(now -> now.session().people()).orElse(List.of());
    }

    /** Whom the person here follows, who is there. */
    Optional<Person> leader() {
        return following.leader(people());
    }

    /** What is not done yet of the session; nothing without one. */
    Waiting waiting() {
        return shared.map(
                        now ->
                                Waiting.of(
                                        now.session().status(),
                                        decisions.all().size(),
                                        guests(now)))
                .orElse(Waiting.NOTHING);
    }

    /** Who is in a room that ends with the part of the person here. */
    private static List<String> guests(Shared now) {
        return now.rooms().guests() == 0
                ? List.of()
                : now.session().people().stream()
                        .filter(person -> !person.isMe())
                        .map(person -> person.profile().name())
                        .toList();
    }

    private void settle(Shared begun) {
        shared = Optional.of(begun);
        var session = begun.session();
        comings = Optional.of(new Comings(ui::later, this::happened));
        outages = Optional.of(new Outages(session.status(), ui::later, this::happened));
        decisions.iAm(session.me());
        registrations.add(session.onStatus(status -> changedSoon()));
        registrations.add(session.onPeople(people -> changedSoon()));
        registrations.add(
                session.onNotice(sentence -> ui.execute(() -> tell(Notice.of(sentence)))));
        registrations.add(session.onElsewhere(to -> ui.execute(() -> tell(notice(to)))));
        // What was so before is told to nobody again.
        look(session);
    }

    /** Many of them are told at once while somebody moves; any thread. */
    private void changedSoon() {
        if (isChanging.compareAndSet(false, true)) {
            ui.execute(
                    () -> {
                        isChanging.set(false);
                        following.follow(people());
                        shared.map(Shared::session).ifPresent(this::look);
                        around.changed().run();
                    });
        }
    }

    private void look(SharedSession session) {
        comings.ifPresent(told -> told.look(Comings.Standing.of(session)));
        outages.ifPresent(told -> told.look(session.status()));
    }

    private Notice notice(Elsewhere to) {
        var notice = Notice.of(Wording.elsewhere(to));
        return to.place()
                .map(place -> new Meeting.Elsewhere(place))
                .map(there -> notice.offering("Go There", () -> around.move().accept(there)))
                .orElse(notice);
    }

    /** Whoever has the people before them sees it there. */
    private void happened(Notice notice) {
        notices.chronicle().add(notice);
        if (!around.isShown().getAsBoolean()) {
            notices.flash(notice);
        }
        around.changed().run();
    }

    void tell(Notice notice) {
        notices.tell(notice);
        around.changed().run();
    }

    private void decisionsChanged(Decisions now) {
        long offers = now.count(Decision.Why.OFFERED);
        long clashes = now.count(Decision.Why.LOST, Decision.Why.WON);
        if (offers > offered) {
            notices.flash(Notice.of(Wording.offered(offers)));
        }
        if (clashes > crossed) {
            notices.flash(Notice.of(Wording.crossed(clashes)));
        }
        offered = offers;
        crossed = clashes;
        dialog.ifPresent(DecisionsDialog::refresh);
        around.changed().run();
    }

    private static boolean isThere(DecisionsDialog dialog) {
        var shell = dialog.getShell();
        return shell != null && !shell.isDisposed();
    }

    /** Asks, beside all other work. */
    void decide(Shell shell) {
        if (dialog.filter(Gathering::isThere).isEmpty()) {
            dialog = Optional.of(new DecisionsDialog(shell, decisions));
        }
        dialog.ifPresent(DecisionsDialog::open);
    }

    /** Ends the part of the person here; {@link #free} says when the scene is free again. */
    void leave() {
        opening.ifPresent(turn -> await(turn.givenUp()));
        opening = Optional.empty();
        failure = Optional.empty();
        following.close();
        comings.ifPresent(Comings::end);
        outages.ifPresent(Outages::end);
        notices.chronicle().settle();
        registrations.forEach(Registration::close);
        registrations.clear();
        shared.ifPresent(gone -> await(gone.leave()));
        shared = Optional.empty();
    }

    private void await(CompletableFuture<Void> end) {
        var over = new CompletableFuture<Void>();
        end.whenComplete((none, failed) -> over.complete(null));
        free = CompletableFuture.allOf(free, over);
    }

    @Override
    public void close() {
        leave();
        decisions.close();
        notices.close();
        dialog.ifPresent(DecisionsDialog::close);
    }
}
