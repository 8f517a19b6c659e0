// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.function.Consumer;

/**
 * Makes the adapters of one protocol: an OSGi service, and a service of {@link
 * java.util.ServiceLoader} where there is no OSGi; any thread.
 */
public interface CommsProtocol {

    /** The protocol in connection strings, in lower case. */
    String name();

    /**
     * Makes an adapter, which does nothing before it is told to connect.
     *
     * @param connection of this protocol
     * @param me who connects
     * @param listener hears what happens, one event after the other, on a thread of the adapter; it
     *     hands over and goes
     * @throws CommsException when the connection string cannot be understood
     */
    CommsAdapter adapter(ConnectionString connection, Identity me, Consumer<CommsEvent> listener);
}
