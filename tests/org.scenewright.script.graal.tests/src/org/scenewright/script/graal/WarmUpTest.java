// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Reflection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class WarmUpTest {
    /** Else it would warm up less than it could. */
    @Test
    void itsProjectDefinesComponentsInBothForms() throws IOException {
        var reflector = new Reflector();
        List<Reflection> reflections = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        Reflecting watched =
                (request, progress) -> {
                    var folder = Path.of(request.directory());
                    var cache = Path.of(request.cache());
                    folders.add(folder);
                    reflections.add(reflector.reflect(folder, cache, Set.of(), progress));
                    return reflections.get(0);
                };
        new WarmUp(watched).run();
        var names = reflections.get(0).definitions().stream().map(Definition::name).sorted();
        assertEquals(List.of("training::Speed", "training::Velocity"), names.toList());
        assertFalse(Files.exists(folders.get(0)));
    }
}
