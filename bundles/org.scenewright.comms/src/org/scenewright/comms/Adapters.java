// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All protocols that adapters are known for: an OSGi service, or {@link #found()} where there is no
 * OSGi; any thread.
 */
@Component(service = Adapters.class)
public final class Adapters {
    static final String FIXED = "fixed-adapter";
    private static final int DEEPEST = 8;

    private final Map<String, CommsProtocol> protocols = new TreeMap<>();

    /**
     * Knows these protocols, and those that lead to others of them.
     *
     * @throws IllegalArgumentException when two go by one name
     */
    @Activate
    public Adapters(
            @Reference(policyOption = ReferencePolicyOption.GREEDY)
                    Collection<CommsProtocol> services) {
        services.forEach(this::learn);
        learn(new SignedLoginProtocol(this));
    }

    /** Knows what {@link ServiceLoader} finds. */
    public static Adapters found() {
        return new Adapters(
                ServiceLoader.load(CommsProtocol.class, Adapters.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    private void learn(CommsProtocol protocol) {
        if (protocols.putIfAbsent(protocol.name(), protocol) != null) {
            throw new IllegalArgumentException("Two protocols are called " + protocol.name() + ".");
        }
    }

    /** The protocols that connection strings may begin with. */
    public List<String> names() {
        return List.copyOf(protocols.keySet());
    }

    /**
     * Makes the adapter for a connection string; it does nothing before it is told to connect.
     *
     * @throws CommsException when nobody knows its protocol, or its protocol cannot understand it
     * @see CommsProtocol#adapter
     */
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        ConnectionString inner = unwrapped(connection);
        CommsProtocol protocol = protocols.get(inner.protocol());
        if (protocol == null) {
            throw new CommsException(
                    "Nothing here connects by \""
                            + inner.protocol()
                            + ":\"; known are "
                            + String.join(":, ", protocols.keySet())
                            + ": and "
                            + FIXED
                            + ":.");
        }
        return protocol.adapter(inner, me, listener);
    }

    /** ADR-180: a fixed adapter is the one behind this word. */
    private static ConnectionString unwrapped(ConnectionString connection) {
        ConnectionString inner = connection;
        for (int depth = 0; inner.protocol().equals(FIXED); depth++) {
            if (depth == DEEPEST) {
                throw new CommsException("The connection string says " + FIXED + ": too often.");
            }
            inner = ConnectionString.parse(inner.parameters());
        }
        return inner;
    }
}
