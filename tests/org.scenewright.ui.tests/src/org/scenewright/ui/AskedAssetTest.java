// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.scenewright.content.Cid;
import org.scenewright.testing.LoopbackContent;
import org.scenewright.testing.SampleCrates;

/** A crate that is bound to an asset of no pack, which the realm gets while it is looked at. */
class AskedAssetTest {
    private static final Pixels.Color RED = (r, g, b) -> r > 60 && g < r / 4 && b < r / 4;
    private static final int MANY = 500;
    private static final String ID = "urn:test:crate";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final LoopbackContent realm =
            resources.own(new LoopbackContent(), LoopbackContent::close);

    private String put(byte[] bytes) {
        var hash = Cid.of(bytes).text();
        realm.put("/contents/" + hash, bytes);
        return hash;
    }

    @AfterEach
    void closeIt() throws BackingStoreException {
        robot.letGo();
        resources.close();
        InstanceScope.INSTANCE.getNode(Keeping.NODE + "/servers").clear();
    }

    private static boolean shows(OpenEditor open) {
        return open.glimpse().of(RED).size() > MANY;
    }

    @Test
    void itsPlaceholderBecomesTheCrateAsSoonAsTheRealmHasIt() {
        ServerHabits.ofWorkspace().keepRealm(realm.address());
        var text = new SceneText().bound(512, "Crate", "8, 0, 8", ID);
        var open = new OpenEditor(robot, text, "asked").ready();
        resources.own(open, OpenEditor::close);
        robot.until("the realm is asked", () -> realm.asked().contains("POST /entities/active"));
        assertFalse(shows(open), "nobody has it");
        var entity =
                """
                {"id":"e","pointers":["%s"],
                 "content":[{"file":"crate.glb","hash":"%s"},
                            {"file":"textures/side.png","hash":"%s"}]}\
                """
                        .formatted(
                                ID, put(SampleCrates.model()), put(SampleCrates.plain(0xFF0000)));
        realm.deploy(ID, entity);
        CatalogsFactory.of(PlatformUI.getWorkbench()).reload();
        robot.until("the crate is seen", () -> shows(open));
    }
}
