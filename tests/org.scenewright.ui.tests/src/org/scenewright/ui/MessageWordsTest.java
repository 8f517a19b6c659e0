// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.LoggedMessage;
import org.scenewright.runtime.MessageLog;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;

import java.nio.ByteBuffer;
import java.util.List;

/** Messages as people read them. */
class MessageWordsTest {
    private static final Entity LAMP = Entity.of(512, 0);
    private static final ComponentId POSE = new ComponentId(1);

    private static SceneSnapshot scene = SceneSnapshot.empty(CoreComponents.load());

    @BeforeAll
    static void read() {
        var text = new SceneText().box(512, "Lamp", "0, 0, 0", "1, 1, 1");
        var file = text.write(OpenEditor.temporary().resolve("words"));
        try (var session = SceneSession.open(SceneProject.of(file)).join()) {
            scene = session.snapshot();
        }
    }

    private static LoggedMessage put(Entity entity, ComponentId component, byte... data) {
        var log = new MessageLog();
        log.open();
        var out = new CrdtWriter();
        out.put(entity, component, -1, ByteBuffer.wrap(data));
        log.note(LoggedMessage.Direction.FROM_SCENE, out.bytes());
        return log.list().getFirst();
    }

    private static void check(String filter, boolean isShown) {
        assertEquals(isShown, new MessageWords(scene).fits(put(LAMP, POSE), filter), filter);
    }

    @Test
    void aRowNamesEntityAndComponent() {
        var row = new MessageWords(scene).row(put(LAMP, POSE, (byte) 1));
        assertEquals("from scene", row.get(1));
        assertEquals("Lamp (512)", row.get(2));
        assertEquals(SceneSnapshot.TRANSFORM, row.get(3));
        assertEquals(List.of("put", "4294967295", "25"), row.subList(4, 7));
    }

    @Test
    void whatNobodyKnowsGoesByItsNumber() {
        var row = new MessageWords(scene).row(put(Entity.of(700, 0), new ComponentId(-2)));
        assertEquals(List.of("700", "4294967294"), row.subList(2, 4));
    }

    @Test
    void allWordsOfAFilterHaveToFit() {
        check("", true);
        check("  ", true);
        check("lamp TRANS", true);
        check("512", true);
        check("from put", true);
        check("lamp delete", false);
    }

    @Test
    void aValueIsReadByItsFieldsOrElseAsBytes() {
        var words = new MessageWords(scene);
        var type = scene.types().find(POSE).orElseThrow();
        var bytes = type.codec().toBytes(type.initial());
        assertEquals(ValueJson.print(type.initial()), words.value(put(LAMP, POSE, bytes)));
        assertEquals("01 ff", words.value(put(LAMP, POSE, (byte) 1, (byte) 0xff)));
    }

    @Test
    void ofLongBytesOnlyTheFirstAreShown() {
        var shown = new MessageWords(scene).value(put(LAMP, POSE, new byte[5000]));
        assertTrue(shown.length() < 2000 && shown.endsWith("\u2026"), shown);
    }
}
