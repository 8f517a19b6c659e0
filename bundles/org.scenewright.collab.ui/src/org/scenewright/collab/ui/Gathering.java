// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.swt.widgets.Shell;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the people who edit one scene have together, from when it is first shared until its editor
 * is closed; UI thread.
 */
final class Gathering implements AutoCloseable {
    private final UiThread ui;
    private final Runnable changed;
    private final Notices notices;
    private final Decisions decisions;
    private final List<Registration> registrations = new ArrayList<>();
    private Optional<Turn> opening = Optional.empty();
    private Optional<Shared> shared = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<DecisionsDialog> dialog = Optional.empty();
    private long offered;
    private long crossed;

    /**
     * @param changed called when any of it changes
     */
    Gathering(SceneSession scene, UiThread ui, Runnable changed) {
        this.ui = ui;
        this.changed = changed;
        this.notices = new Notices(ui);
        this.decisions = new Decisions(scene, ui, this::decisionsChanged);
    }

    /** One try to share or to join, which counts until the next one, or until somebody leaves. */
    final class Turn {
        private Turn() {}

        private boolean isOver() {
            return opening.filter(turn -> turn == this).isEmpty();
        }

        void begun(Shared begun) {
            if (isOver()) {
                // Nobody waited for it.
                begun.close();
            } else {
                opening = Optional.empty();
                settle(begun);
                changed.run();
            }
        }

        void failed(String sentence) {
            if (!isOver()) {
                opening = Optional.empty();
                failure = Optional.of(sentence);
                changed.run();
            }
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

    private void settle(Shared begun) {
        shared = Optional.of(begun);
        var session = begun.session();
        decisions.iAm(session.me());
        registrations.add(session.onStatus(status -> ui.execute(changed)));
        registrations.add(session.onPeople(people -> ui.execute(changed)));
        registrations.add(session.onNotice(sentence -> ui.execute(() -> tell(sentence))));
    }

    private void tell(String sentence) {
        notices.tell(sentence);
        changed.run();
    }

    private void decisionsChanged(Decisions now) {
        long offers = now.count(Decision.Why.OFFERED);
        long clashes = now.count(Decision.Why.LOST, Decision.Why.WON);
        if (offers > offered) {
            notices.flash(Wording.offered(offers));
        }
        if (clashes > crossed) {
            notices.flash(Wording.crossed(clashes));
        }
        offered = offers;
        crossed = clashes;
        dialog.ifPresent(DecisionsDialog::refresh);
        changed.run();
    }

    /** Asks, beside all other work. */
    void decide(Shell shell) {
        if (dialog.filter(open -> open.getShell() != null).isEmpty()) {
            dialog = Optional.of(new DecisionsDialog(shell, decisions));
        }
        dialog.ifPresent(DecisionsDialog::open);
    }

    /**
     * Ends the part of the person here.
     *
     * @return complete when the scene is free for another session
     */
    CompletableFuture<Void> leave() {
        opening = Optional.empty();
        failure = Optional.empty();
        registrations.forEach(Registration::close);
        registrations.clear();
        var gone = shared;
        shared = Optional.empty();
        return gone.map(Shared::leave).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public void close() {
        leave();
        decisions.close();
        notices.close();
        dialog.ifPresent(DecisionsDialog::close);
    }
}
