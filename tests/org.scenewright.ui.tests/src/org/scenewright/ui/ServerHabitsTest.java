// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.content.ContentServer;

import java.lang.reflect.Proxy;

class ServerHabitsTest {

    /** Preferences that say the same whatever they are asked. */
    static IEclipsePreferences saying(String text) {
        return (IEclipsePreferences)
                Proxy.newProxyInstance(
                        ServerHabitsTest.class.getClassLoader(),
                        new Class<?>[] {IEclipsePreferences.class},
                        (proxy, method, words) -> text);
    }

    @ParameterizedTest
    @CsvSource({
        "https://realm.example/content, https://realm.example/content",
        "https://realm.example/content/, https://realm.example/content",
        "https://realm.example//, https://realm.example",
        "/, " + ContentServer.USUAL,
        "'', " + ContentServer.USUAL,
    })
    void addressesBeginWithTheRealmWhoeverWroteIt(String kept, String realm) {
        assertEquals(realm, new ServerHabits(saying(kept)).realm());
    }
}
