// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramTest {
    private final Context context = Context.open(DisplayServer.ofThisMachine());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aShaderThatDoesNotCompileIsNamedWithItsError() {
        check("surface", "UNLIT\n#error no such thing", "surface", "no such thing");
    }

    @Test
    void aShaderThatIsMissingIsNamed() {
        check("nowhere", "UNLIT", "nowhere");
    }

    private void check(String file, String definition, String... told) {
        var refusal =
                assertThrows(
                        GlException.class,
                        () -> context.run(gl -> Program.link(gl, file, List.of(definition))));
        for (var word : told) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
    }
}
