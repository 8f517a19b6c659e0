// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.SystemAnswer;
import org.scenewright.runtime.SystemCalls;
import org.scenewright.runtime.WebCalls;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The network of a scene that is played, as far as people allow it for its project; any thread.
 *
 * <p>The permission is asked for at every call, so that it holds from the next one on, and ends
 * with the next one.
 */
final class PlayNetwork implements SystemCalls {
    /** What the command that gives and takes the permission is called, but for its verb. */
    static final String ACCESS = " &Network Access While Playing";

    private static final String REFUSAL = "Scenes of this project may not use the network.";

    private final BooleanSupplier isAllowed;
    private final Consumer<String> voice;
    private final AtomicBoolean hasTold = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<WebCalls> web = Optional.empty();
    private boolean isOver;

    /**
     * @param voice takes the sentence that says how to allow it, once
     */
    PlayNetwork(BooleanSupplier isAllowed, Consumer<String> voice) {
        this.isAllowed = isAllowed;
        this.voice = voice;
    }

    static PlayNetwork of(Path project, ScriptOutput console) {
        var habits = PlayHabits.ofWorkspace();
        return new PlayNetwork(() -> habits.mayUseNetwork(project), console::warn);
    }

    @Override
    public void call(ScriptHearing.Call call, Consumer<SystemAnswer> answer) {
        var open = isAllowed.getAsBoolean() ? web() : Optional.<WebCalls>empty();
        if (open.isPresent()) {
            open.get().call(call, answer);
        } else {
            refuse(call, answer);
        }
    }

    private void refuse(ScriptHearing.Call call, Consumer<SystemAnswer> answer) {
        answer.accept(new SystemAnswer.Rejected(REFUSAL));
        if (!hasTold.getAndSet(true)) {
            voice.accept(
                    "The scene asks for the network (%s). %s \"Allow%s\" beside Play lets them."
                            .formatted(call.module(), REFUSAL, ACCESS.replace("&", "")));
        }
    }

    /** Made when first needed: it has threads of its own. */
    private Optional<WebCalls> web() {
        lock.lock();
        try {
            if (web.isEmpty() && !isOver) {
                web = Optional.of(new WebCalls(this::objection));
            }
            return isOver ? Optional.empty() : web;
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> objection(URI address) {
        return isAllowed.getAsBoolean() ? Optional.empty() : Optional.of(REFUSAL);
    }

    @Override
    public void ended() {
        lock.lock();
        try {
            isOver = true;
            web.ifPresent(WebCalls::ended);
        } finally {
            lock.unlock();
        }
    }
}
