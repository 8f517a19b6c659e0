// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/**
 * What people did to the user interfaces of scenes since these were answered last; told on any
 * thread, and answered on that of the frames.
 */
final class ElementAnswers {
    private final ConcurrentLinkedQueue<Answer> waiting = new ConcurrentLinkedQueue<>();

    /** What is told about an element of a scene, when it is answered next. */
    record Answer(Play play, Entity element, BiConsumer<PointerHits, Answering> telling) {}

    void add(Answer answer) {
        waiting.add(answer);
    }

    /** Tells a scene what is waiting for it, unless its elements are gone meanwhile. */
    void tell(Play play, PointerHits pointer, Answering answering) {
        var own = waiting.stream().filter(answer -> answer.play == play).toList();
        own.stream()
                .filter(answer -> answering.scene().holds(answer.element))
                .forEach(answer -> answer.telling.accept(pointer, answering));
        waiting.removeAll(own);
    }

    /** Scenes that are over are not told any more, also of what was done to them after that. */
    void forgetEnded() {
        waiting.removeIf(answer -> answer.play.state().isOver());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
