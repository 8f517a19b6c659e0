// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;

/**
 * The TypeScript that a bundle begins with, around the code of its author: it does what the SDK's
 * build lets it do, and lets an editor see the components that scenes keep from the renderer.
 *
 * @param main the file that the author begins with
 * @param usesPacks whether smart items are set up, too
 */
record EntryPoint(Path main, boolean usesPacks) {
    // The order of the imports is that in which the modules are run.
    private static final String TEXT =
            """
            import * as scene from MAIN
            import { engine } from '@dcl/sdk/ecs'
            import { _initializeScripts } from '~sdk/script-utils'
            PACKS
            if ((scene as any).main !== undefined) {
              const begin = () => {
                try {
                  _initializeScripts(engine)
                  const begun = (scene as any).main()
                  if (typeof begun?.then === 'function') begun.catch(console.error)
                } catch (error) {
                  console.error(error)
                } finally {
                  engine.removeSystem(begin)
                }
              }
              engine.addSystem(begin, Infinity)
            }
            const inspect = (globalThis as any).__dclDebugTransport
            if (typeof inspect === 'function') {
              engine.addTransport({
                type: 'inspector',
                filter: (message: any) => message.componentId > 2048,
                send: async (message: any) => {
                  if (message.byteLength > 0) inspect(new Uint8Array(message))
                }
              } as any)
            }
            export * from '@dcl/sdk'
            export * from MAIN
            export * from '~sdk/script-utils'
            """;

    private static final String PACKS =
            """
            import { syncEntity } from '@dcl/sdk/network'
            import players from '@dcl/sdk/players'
            import { initAssetPacks } from '@dcl/asset-packs/dist/scene-entrypoint'
            initAssetPacks(engine, { syncEntity }, players)
            """;

    String text() {
        return TEXT.replace("PACKS", usesPacks ? PACKS : "").replace("MAIN", module(main));
    }

    /** A file as the name of a module, in quotes. */
    static String module(Path file) {
        return ValueJson.print(Value.of(file.toString().replace('\\', '/')));
    }
}
