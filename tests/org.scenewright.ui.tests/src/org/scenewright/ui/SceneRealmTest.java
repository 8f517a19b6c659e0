// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.content.Cid;
import org.scenewright.testing.LoopbackContent;
import org.scenewright.testing.SampleCrates;

/** A scene whose project lacks its model, which each of two realms has in another colour. */
class SceneRealmTest {
    private static final Pixels.Color RED = (r, g, b) -> r > 60 && g < r / 4 && b < r / 4;
    private static final Pixels.Color BLUE = (r, g, b) -> b > 60 && g < b / 4 && r < b / 4;
    private static final int MANY = 500;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final ServerHabits habits = ServerHabits.ofWorkspace();
    private final LoopbackContent red = realm(0xFF0000);
    private final LoopbackContent blue = realm(0x0000FF);
    private OpenEditor open;

    private LoopbackContent realm(int rgb) {
        var server = resources.own(new LoopbackContent(), LoopbackContent::close);
        var entity =
                """
                {"version":"v3","id":"scene","type":"scene","pointers":["0,0"],"timestamp":1,
                 "content":[{"file":"assets/asset-packs/crate/crate.glb","hash":"%s"},
                            {"file":"assets/asset-packs/crate/textures/side.png","hash":"%s"}],
                 "metadata":{}}\
                """
                        .formatted(
                                put(server, SampleCrates.model()),
                                put(server, SampleCrates.plain(rgb)));
        return server.deploy("0,0", entity);
    }

    private static String put(LoopbackContent server, byte[] bytes) {
        var hash = Cid.of(bytes).text();
        server.put("/contents/" + hash, bytes);
        return hash;
    }

    @BeforeEach
    void openAScene() {
        habits.keepRealm(red.address());
        var text = new SceneText().bound(512, "Crate", "8, 0, 8", "");
        var folder = OpenEditor.temporary().resolve("deployed");
        var file = text.write(folder);
        habits.keepOrigin(folder, "0,0");
        open = new OpenEditor(robot, file).ready();
        resources.own(open, OpenEditor::close);
    }

    @AfterEach
    void closeIt() throws BackingStoreException {
        robot.letGo();
        resources.close();
        InstanceScope.INSTANCE.getNode(Keeping.NODE + "/servers").clear();
    }

    private boolean shows(Pixels.Color color) {
        return open.glimpse().of(color).size() > MANY;
    }

    @Test
    void whatTheProjectLacksComesFromTheRealm() {
        robot.until("the crate of the realm is seen", () -> shows(RED));
        habits.keepRealm(blue.address());
        robot.until("the other realm's is seen", () -> shows(BLUE) && !shows(RED));
        assertTrue(blue.asked().contains("POST /entities/active"));
    }
}
