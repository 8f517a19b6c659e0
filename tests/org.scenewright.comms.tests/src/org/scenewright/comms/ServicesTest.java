// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Inside OSGi, adapters come from services. */
class ServicesTest {
    private static final int PATIENCE_MILLIS = 20_000;

    private static BundleContext context() {
        return Optional.ofNullable(FrameworkUtil.getBundle(Adapters.class))
                .map(Bundle::getBundleContext)
                .orElseThrow(() -> new TestAbortedException("there is no OSGi around"));
    }

    private static <T> T service(Class<T> type) throws InterruptedException {
        var tracker = new ServiceTracker<T, T>(context(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(PATIENCE_MILLIS)).orElseThrow();
        } finally {
            tracker.close();
        }
    }

    @Test
    void theAdaptersOfTheHouseAreServices() throws InterruptedException {
        assertEquals(
                List.of("livekit", "offline", "signed-login", "simulator", "ws-room"),
                service(Adapters.class).names());
    }

    @Test
    void anotherBundleAddsOneAsAService() throws InterruptedException {
        Adapters before = service(Adapters.class);
        assertSame(before, service(Adapters.class));
        var pigeons = context().registerService(CommsProtocol.class, new Pigeons(), null);
        try {
            assertEquals("carrier-pigeon", service(Adapters.class).names().getFirst());
        } finally {
            pigeons.unregister();
        }
    }

    private static final class Pigeons implements CommsProtocol {
        @Override
        public String name() {
            return "carrier-pigeon";
        }

        @Override
        public CommsAdapter adapter(
                ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
            throw new CommsException("They are asleep.");
        }
    }
}
