// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class TitleTest {

    @Test
    void fieldNamesBecomeWords() {
        assertEquals("Albedo Color", Title.of("albedoColor"));
    }

    @Test
    void hyphensBecomeSpaces() {
        assertEquals("Spinning Thing", Title.of("spinning-thing"));
        assertEquals("Network Entity", Title.of("Network-Entity"));
    }

    @Test
    void shortenedWordsStayTogether() {
        assertEquals("NFT Shape", Title.of("NFTShape"));
        assertEquals("Nft Shape", Title.of("NftShape"));
    }

    @Test
    void partsAreNamedFromOutsideToInside() {
        var steps = List.of("pbr", "albedoColors", "0", "r");
        assertEquals("Material › Pbr › Albedo Colors › item 1 › R", Title.of("Material", steps));
    }
}
