// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.ServiceCaller;
import org.scenewright.comms.Adapters;

import java.util.concurrent.atomic.AtomicReference;

/** The ways to meet that the bundles of this workbench offer; any thread. */
final class KnownAdapters {
    private KnownAdapters() {}

    static Adapters get() {
        var found = new AtomicReference<Adapters>();
        boolean isThere = ServiceCaller.callOnce(KnownAdapters.class, Adapters.class, found::set);
        // Outside OSGi there are those on the class path.
        return isThere ? found.get() : Adapters.found();
    }
}
