// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|llvmpipe (LLVM 15.0.6, 256 bits)",
                "true|softpipe",
                "true|D3D12 (Microsoft Basic Render Driver)",
                "true|Apple Software Renderer",
                "false|NVIDIA H200/PCIe/SSE2",
                "false|Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
                "false|Apple M2"
            })
    void programsThatDrawOnTheProcessorAreKnownByName(boolean software, String renderer) {
        assertEquals(software, Capabilities.isSoftware(renderer));
    }
}
