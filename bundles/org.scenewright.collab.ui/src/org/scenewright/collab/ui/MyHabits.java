// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.collab.Colours;
import org.scenewright.collab.Profile;

/** What the person here calls themselves, and how they work with others; any thread. */
final class MyHabits {
    private static final String NAME = "name";
    private static final String LEAVES_ALONE = "leavesAlone";

    private final IEclipsePreferences node =
            InstanceScope.INSTANCE.getNode("org.scenewright.collab");

    String name() {
        return node.get(NAME, System.getProperty("user.name", ""));
    }

    void name(String chosen) {
        node.put(NAME, chosen);
        flush();
    }

    /** Whether no drag begins here of what somebody else drags. */
    boolean leavesAlone() {
        return node.getBoolean(LEAVES_ALONE, true);
    }

    void leavesAlone(boolean chosen) {
        node.putBoolean(LEAVES_ALONE, chosen);
        flush();
    }

    /** How others see somebody with an address: whoever comes again has the same colour. */
    Profile profile(String address) {
        return new Profile(name(), Colours.of(address));
    }

    private void flush() {
        try {
            node.flush();
        } catch (BackingStoreException full) {
            System.getLogger(MyHabits.class.getName())
                    .log(System.Logger.Level.WARNING, "Habits could not be kept", full);
        }
    }
}
