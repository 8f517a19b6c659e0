// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.ValueJson;

class AssetBindingsTest {
    private static final String MODEL = "core::GltfContainer.src";

    @Test
    void aFieldThatIsNotBoundIsTheScenes() {
        check("", "[]");
        check("", "[{'field':'core::AudioSource.audioClipUrl','assetId':'bell','provider':'P'}]");
    }

    @Test
    void aBoundFieldIsItsAssets() {
        check("crate", "[{'field':'core::GltfContainer.src','assetId':'crate','provider':'P'}]");
    }

    @Test
    void ofSeveralBindingsTheLastCounts() {
        check(
                "barrel",
                "[{'field':'core::GltfContainer.src','assetId':'crate','provider':'P'},"
                        + "{'field':'core::GltfContainer.src','assetId':'barrel','provider':'P'}]");
    }

    @Test
    void whatIsNoBindingBindsNothing() {
        check("", "[1,'x',{},{'field':3}]");
        check("", "{'field':'core::GltfContainer.src'}");
    }

    private static void check(String assetId, String bindings) {
        var json = "{'bindings':%s}".formatted(bindings).replace('\'', '"');
        var source = AssetBindings.read(ValueJson.parse(json)).source(MODEL, "a.glb");
        assertEquals(new AssetSource(assetId, "a.glb"), source);
    }
}
