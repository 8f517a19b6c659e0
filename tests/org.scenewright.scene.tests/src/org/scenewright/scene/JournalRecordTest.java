// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class JournalRecordTest {
    @Test
    void aValueComesBackThatNestsAsDeepAsFilesMay() {
        int levels = JsonScanner.DEEPEST;
        String text = "[".repeat(levels) + "1" + "]".repeat(levels);
        var value = JsonText.parse(text.getBytes(StandardCharsets.UTF_8)).value();
        var out = new JournalWriter();
        out.value(value);
        assertEquals(value, new JournalReader(out.toBytes()).value());
    }
}
