// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells somebody of all that is done to a document, exact enough to be done again. */
final class Teller {
    private Optional<Consumer<Deed>> listener = Optional.empty();
    private Runnable anew = () -> {};

    /**
     * @param other is told when the document became another one, which what was done before does
     *     not lead to
     */
    void attend(Consumer<Deed> somebody, Runnable other) {
        listener = Optional.of(somebody);
        anew = other;
    }

    /** Tells that the document became another one. */
    void tellAnew() {
        anew.run();
    }

    /** Tells of one draft, unless nothing was done. */
    void tell(Deed.Kind kind, Changes changes, Draft draft) {
        if (listener.isPresent()) {
            var acts = draft.acts();
            if (!acts.isEmpty()) {
                tell(new Deed.Edited(kind, changes.origin(), changes.label(), List.of(acts)));
            }
        }
    }

    /** Tells of steps that were taken out of the history, even where that changed nothing else. */
    void tell(Deed.Kind kind, long gesture, List<Draft> drafts) {
        if (listener.isPresent() && !drafts.isEmpty()) {
            var acts = drafts.stream().map(Draft::acts).toList();
            tell(new Deed.Edited(kind, Origin.gesture(gesture), "", acts));
        }
    }

    /** Tells of something that is put together only where somebody listens. */
    void tell(Supplier<Deed> deed) {
        listener.ifPresent(l -> l.accept(deed.get()));
    }

    void tell(Deed deed) {
        listener.ifPresent(l -> l.accept(deed));
    }
}
