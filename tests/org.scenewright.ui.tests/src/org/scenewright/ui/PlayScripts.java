// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

/** Code of scenes that writes its messages itself, as the SDK does. */
final class PlayScripts {
    private static final String PUT =
            """
            const engine = require('~system/EngineApi');
            let stamp = 1000;
            function put(entity, x, y, z) {
                const message = new DataView(new ArrayBuffer(68));
                [68, 1, entity, 1, ++stamp, 44].forEach((n, i) => message.setUint32(4 * i, n, true));
                [x, y, z, 0, 0, 0, 1, 3, 3, 3].forEach((n, i) =>
                    message.setFloat32(24 + 4 * i, n, true));
                return new Uint8Array(message.buffer);
            }
            """;

    /** Lets the green box rise by half a metre each second. */
    static final String RISING =
            PUT
                    + """
                    let height = 1;
                    exports.onUpdate = async (seconds) => {
                        height += seconds / 2;
                        await engine.crdtSendToRenderer({ data: put(512, 8, height, 8) });
                    };
                    """;

    /** Lets the green box jump when anything is pressed. */
    static final String JUMPING =
            PUT
                    + """
                    let height = 1;
                    exports.onUpdate = async () => {
                        const sent = { data: put(512, 8, height, 8) };
                        const { data } = await engine.crdtSendToRenderer(sent);
                        for (const bytes of data) {
                            const view = new DataView(
                                bytes.buffer, bytes.byteOffset, bytes.byteLength);
                            for (let at = 0; at + 16 <= view.byteLength;
                                    at += view.getUint32(at, true)) {
                                const isAppended = view.getUint32(at + 4, true) === 4;
                                const isOfPointer = view.getUint32(at + 12, true) === 1063;
                                height = isAppended && isOfPointer ? 4 : height;
                            }
                        }
                    };
                    """;

    /** Makes an entity in the beginning. */
    static final String MAKING =
            PUT
                    + """
                    exports.onStart = async () => {
                        await engine.crdtSendToRenderer({ data: put(700, 1, 1, 1) });
                    };
                    exports.onUpdate = async () => {
                        await engine.crdtSendToRenderer({ data: new Uint8Array() });
                    };
                    """;

    private PlayScripts() {}
}
