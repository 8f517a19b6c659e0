// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class InstalledCopiesTest {
    @TempDir Path folder;

    @Test
    void everyInstalledCopyOfAPackageSaysItselfWhatIsPublic() {
        var files =
                """
                --- package.json
                { "name": "my-scene", "dependencies": { "lib": "2", "user": "1" } }
                --- node_modules/lib/package.json
                { "name": "lib", "version": "2.0.0" }
                --- node_modules/lib/components.js
                export { New } from './all'
                --- node_modules/lib/all.js
                SDK
                export const New = engine.defineComponent('lib::New', { x: Schemas.Int })
                export const Old = engine.defineComponent('lib::Secret', { x: Schemas.Int })
                --- node_modules/user/package.json
                { "name": "user", "dependencies": { "lib": "1" } }
                --- node_modules/user/node_modules/lib/package.json
                { "name": "lib", "version": "1.0.0" }
                --- node_modules/user/node_modules/lib/components.js
                export { Old } from './all'
                --- node_modules/user/node_modules/lib/all.js
                SDK
                export const Old = engine.defineComponent('lib::Old', { x: Schemas.Int })
                """;
        var expected =
                """
                lib::New node_modules/lib/all.js:2 of lib
                lib::Secret node_modules/lib/all.js:3 of lib internal
                lib::Old node_modules/user/node_modules/lib/all.js:2 of lib
                """;
        var cache = folder.resolve("cache");
        var project = new Project(folder.resolve("scene"), cache, new Reflector()).write(files);
        assertEquals(expected.strip(), Project.shown(project.reflect()));
    }
}
