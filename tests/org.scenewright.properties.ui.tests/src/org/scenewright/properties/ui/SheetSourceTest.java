// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.content.AssetHash;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Fields that name files tell where those are. */
class SheetSourceTest extends SheetOnScene {
    private static final String LINE = "src/place";

    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private long revision;

    /** Has only models, each under its path, at a realm that changes with the revision. */
    private final class Models implements AssetPlaces {
        @Override
        public CompletableFuture<Place> find(Field field) {
            asked.add(field.field() + "=" + field.src());
            var hash =
                    field.src().endsWith(".glb")
                            ? Optional.of(new AssetHash("hash-of-" + field.src()))
                            : Optional.<AssetHash>empty();
            var base = "https://realm%d.example/contents/".formatted(revision);
            return CompletableFuture.completedFuture(new Place("Project", hash, base));
        }

        @Override
        public CompletableFuture<List<String>> files() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public Registration onChanged(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }

    @Override
    AssetPlaces places() {
        return new Models();
    }

    @Override
    String composite() {
        return """
        {"version":1,"components":[
          {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}}}},
          {"name":"core::GltfContainer","data":{"512":{"json":{"src":"tree.glb"}}}}
        ]}\
        """;
    }

    private Label line() {
        return field(Label.class, LINE);
    }

    private void check(String words) {
        pump(() -> hasField(LINE) && line().getText().equals(words));
    }

    @Test
    void theProviderAndTheHashStandBelowTheField() {
        show(BOX);
        check("Project \u00b7 hash-of-tree.glb");
        assertEquals(
                "Provider: Project\nHash: hash-of-tree.glb\n"
                        + "Address: https://realm0.example/contents/hash-of-tree.glb",
                line().getToolTipText());
        assertEquals(List.of("core::GltfContainer.src=tree.glb"), asked);
    }

    @Test
    void whatIsTypedIsLookedFor() {
        show(BOX);
        check("Project \u00b7 hash-of-tree.glb");
        type("src", "bush.glb");
        check("Project \u00b7 hash-of-bush.glb");
        type("src", "bush.txt");
        check("\u26a0 There is no such file.");
    }

    @Test
    void whereNothingIsNamedNothingIsSaid() {
        show(BOX);
        check("Project \u00b7 hash-of-tree.glb");
        type("src", "");
        pump(() -> !hasField(LINE));
    }

    @Test
    void anotherRealmIsAnotherAddress() {
        show(BOX);
        check("Project \u00b7 hash-of-tree.glb");
        revision = 7;
        listeners.forEach(Runnable::run);
        pump(() -> line().getToolTipText().contains("https://realm7.example/contents/hash-of-"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.glb, 'a.glb,b.gltf'",
        "A.GLB, 'a.glb,b.gltf'",
        "x.png, 'c.png,d.jpg'",
        "e.mp3, e.mp3",
        "x.webm, g.mp4",
        "'', 'a.glb,b.gltf,c.png,d.jpg,e.mp3,f.json,g.mp4'",
        "f.json, 'a.glb,b.gltf,c.png,d.jpg,e.mp3,f.json,g.mp4'",
    })
    void filesOfTheSameKindAreOffered(String now, String offered) {
        var files = List.of("a.glb", "b.gltf", "c.png", "d.jpg", "e.mp3", "f.json", "g.mp4");
        var choice = new SourceChoice(shell, files);
        assertEquals(offered, String.join(",", choice.like(now)));
    }
}
