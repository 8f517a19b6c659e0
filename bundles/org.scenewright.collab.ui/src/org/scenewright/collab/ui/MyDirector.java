// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.runtime.Registration;

import java.util.Optional;

/** Where the person here hears of scenes that others edit, if they want to; any thread. */
final class MyDirector {
    private static final String DIRECTOR = "director";

    private final IEclipsePreferences node =
            InstanceScope.INSTANCE.getNode("org.scenewright.collab");

    /** As it was typed; empty where the person wants to hear of nobody. */
    String text() {
        return node.get(DIRECTOR, "");
    }

    Optional<ConnectionString> place() {
        String text = text();
        return text.isEmpty() || objection(text).isPresent()
                ? Optional.empty()
                : Optional.of(ConnectionString.parse(text));
    }

    void keep(String text) {
        node.put(DIRECTOR, text.strip());
        try {
            node.flush();
        } catch (BackingStoreException full) {
            System.getLogger(MyDirector.class.getName())
                    .log(System.Logger.Level.WARNING, "The director could not be kept", full);
        }
    }

    /** Calls back when it is another one. */
    Registration onChange(Runnable listener) {
        IPreferenceChangeListener heard =
                event -> {
                    if (event.getKey().equals(DIRECTOR)) {
                        listener.run();
                    }
                };
        node.addPreferenceChangeListener(heard);
        return () -> node.removePreferenceChangeListener(heard);
    }

    /** Why such a text is none, as a sentence. */
    static Optional<String> objection(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var place = ConnectionString.parse(text);
            return place.protocol().equals("nats") && place.parameters().contains("@")
                    ? Optional.of(
                            "Preferences are no place for passwords; name a file of credentials"
                                    + " behind the room: ?creds=FILE")
                    : Optional.empty();
        } catch (CommsException none) {
            return Optional.of(none.getMessage());
        }
    }
}
