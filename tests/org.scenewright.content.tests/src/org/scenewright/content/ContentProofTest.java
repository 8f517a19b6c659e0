// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class ContentProofTest {

    @Test
    void knowsTheHashOfNothing() {
        assertEquals(
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku", hash("").text());
    }

    @Test
    void refusesOtherBytes() {
        assertThrows(IOException.class, () -> ContentProof.checked(hash("a"), bytes("b")));
    }

    @Test
    void believesWhatCannotBeProved() throws IOException {
        assertEquals(1, ContentProof.checked(new AssetHash("Qm1"), bytes("b")).length);
    }

    @ParameterizedTest
    @CsvSource({
        "bafk2, true",
        "b64-a=, true",
        "../a, false",
        "a/b, false",
        "C:, false",
        "., false"
    })
    void takesOnlyAPlainNameForAFile(String hash, boolean isName) {
        assertEquals(isName, ContentProof.isFileName(new AssetHash(hash)));
    }

    static AssetHash hash(String text) {
        return Cid.of(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
