// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.util.Optional;

/**
 * Something that people ought to know of a shared scene.
 *
 * @param offer what they may do about it
 */
record Notice(String sentence, Optional<Offer> offer) {

    /**
     * Something that a person may do, or not.
     *
     * @param label what it is called
     */
    record Offer(String label, Runnable deed) {}

    static Notice of(String sentence) {
        return new Notice(sentence, Optional.empty());
    }

    Notice offering(String label, Runnable deed) {
        return new Notice(sentence, Optional.of(new Offer(label, deed)));
    }

    /** As the markup of a link. */
    String markup() {
        return Wording.plain(sentence)
                + offer.map(o -> " <a>" + Wording.plain(o.label()) + "</a>").orElse("");
    }

    void accept() {
        offer.ifPresent(one -> one.deed().run());
    }
}
