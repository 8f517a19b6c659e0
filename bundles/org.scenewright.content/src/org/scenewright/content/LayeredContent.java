// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.Optional;

/**
 * A content provider behind which another one stands: what the first has not got is looked for
 * there. The one behind can be exchanged at any time. Any thread.
 */
public final class LayeredContent implements ContentProvider {
    private final ContentProvider front;
    private volatile Optional<ContentProvider> behind = Optional.empty();

    public LayeredContent(ContentProvider front) {
        this.front = front;
    }

    /** From now on another provider stands behind the first, or none. */
    public void behind(Optional<ContentProvider> next) {
        behind = next;
    }

    @Override
    public String name() {
        return front.name();
    }

    @Override
    public String base() {
        return front.base();
    }

    @Override
    public Resolution resolve(String path) {
        return owner(path).resolve(path);
    }

    /** Whose a path is: the first provider's, unless only the one behind it has something there. */
    public ContentProvider owner(String path) {
        var other = behind;
        boolean isElsewhere =
                other.isPresent()
                        && front.resolve(path) instanceof Resolution.Missing
                        && other.get().resolve(path) instanceof Resolution.Found;
        return isElsewhere ? other.get() : front;
    }
}
