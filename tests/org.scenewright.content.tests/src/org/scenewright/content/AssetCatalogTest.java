// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AssetCatalogTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean isOpen = true;
    private final AssetCatalog catalog = new AssetCatalog(this::ask);

    private boolean ask(String id) {
        return asked.add(id) && isOpen;
    }

    AssetCatalogTest() {
        catalog.onChanged(told::add);
    }

    @Test
    void tellsWhatComesChangesAndGoes() {
        catalog.put(entry("crate", "Crate"));
        catalog.put(entry("crate", "Box"));
        catalog.remove("crate");
        assertEquals(List.of("crate", "crate", "crate"), told);
    }

    @Test
    void doesNotTellWhatIsAsItWas() {
        var provider = new ProjectFiles(Path.of("."));
        catalog.put(new AssetCatalog.Entry(asset("crate", "Crate"), provider));
        catalog.put(new AssetCatalog.Entry(asset("crate", "Crate"), provider));
        catalog.remove("barrel");
        assertEquals(List.of("crate"), told);
    }

    @Test
    void asksOnceForWhatItDoesNotKnow() {
        assertEquals(Optional.empty(), catalog.find("crate"));
        assertEquals(Optional.empty(), catalog.find("crate"));
        assertEquals(List.of("crate"), asked);
    }

    @Test
    void asksAgainForWhatWasRefused() {
        isOpen = false;
        catalog.find("crate");
        isOpen = true;
        catalog.find("crate");
        catalog.find("crate");
        assertEquals(List.of("crate", "crate"), asked);
    }

    @Test
    void asksAgainForWhatWasRemoved() {
        catalog.find("crate");
        catalog.put(entry("crate", "Crate"));
        catalog.remove("crate");
        catalog.find("crate");
        assertEquals(List.of("crate", "crate"), asked);
    }

    @Test
    void whatIsOfferedTakesNobodysPlace() {
        var first = entry("crate", "Crate");
        assertTrue(catalog.offer(first));
        assertFalse(catalog.offer(entry("crate", "Box")));
        assertEquals(Optional.of(first), catalog.find("crate"));
        assertEquals(List.of("crate"), told);
    }

    @Test
    void onlyTheAssetThatIsMeantIsRemoved() {
        var first = entry("crate", "Crate");
        var other = entry("crate", "Box");
        catalog.put(first);
        catalog.remove(other);
        assertEquals(Optional.of(first), catalog.find("crate"));
        catalog.remove(first);
        assertEquals(Optional.empty(), catalog.find("crate"));
        assertEquals(List.of("crate", "crate"), told);
    }

    private static AssetCatalog.Entry entry(String id, String name) {
        return new AssetCatalog.Entry(asset(id, name), new ProjectFiles(Path.of(".")));
    }

    private static CatalogAsset asset(String id, String name) {
        var about = new CatalogAsset.About(name, "", List.of(), "", "", "");
        return new CatalogAsset(id, "Pack", about, "", Optional.empty(), Map.of());
    }
}
