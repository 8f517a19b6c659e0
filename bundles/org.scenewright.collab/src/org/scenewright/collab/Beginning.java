// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.runtime.SceneSession;

import java.util.concurrent.CompletableFuture;

/**
 * What somebody's part in a session begins with.
 *
 * @param past what was kept of a former part in it
 */
record Beginning(Credentials credentials, Past past) {

    static CompletableFuture<Beginning> of(
            SceneSession scene, SessionLink link, SharedSession.Access access) {
        var past = Past.read(access.sessions(), scene, link, access.me().address());
        return Credentials.create(link.session(), access.me(), access.profile())
                .thenCombine(past, Beginning::new);
    }

    /** The same for who lets what was edited since be listed. */
    Beginning listed() {
        return new Beginning(credentials, past.listed());
    }
}
