// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {
    @ParameterizedTest
    @CsvSource({"0, 00 KB", "1536, 15 KB", "1048575, 10240 KB", "1572864, 15 MB"})
    void sizesAreInKilobytesUntilThereIsAMegabyte(long bytes, String words) {
        // Whatever stands before the last digit where somebody lives.
        assertEquals(words, ByteCount.words(bytes).replaceAll("[^0-9 KMB]", ""));
    }
}
