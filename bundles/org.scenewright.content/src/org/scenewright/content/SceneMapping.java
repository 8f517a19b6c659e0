// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What lies at the paths of a deployed scene. It is asked for once, however many want to know: who
 * comes meanwhile waits for the answer. Where there is none, that is said again for a while before
 * anybody is asked anew, for longer each time. Any thread; blocks.
 */
final class SceneMapping implements AskedContent.Source {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLED = 6;

    private final Question question;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<DeployedEntity> scene = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private Instant next = Instant.MIN;
    private int failures;

    /** Gets the scene from where it is. */
    interface Question {
        DeployedEntity ask() throws IOException;
    }

    SceneMapping(Question question, InstantSource clock) {
        this.question = question;
        this.clock = clock;
    }

    @Override
    public Optional<AssetHash> hash(String path) throws IOException {
        return scene().hash(path);
    }

    private DeployedEntity scene() throws IOException {
        lock.lock();
        try {
            return scene.isPresent() ? scene.get() : asked();
        } finally {
            lock.unlock();
        }
    }

    private DeployedEntity asked() throws IOException {
        if (failure.isPresent() && clock.instant().isBefore(next)) {
            throw failure.get();
        }
        try {
            var answer = question.ask();
            scene = Optional.of(answer);
            return answer;
        } catch (IOException none) {
            failure = Optional.of(none);
            next =
                    clock.instant()
                            .plus(PATIENCE.multipliedBy(1L << Math.min(failures, MOST_DOUBLED)));
            failures++;
            throw none;
        }
    }
}
