// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.io.TempDir;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.ProjectFiles;
import org.scenewright.testing.GlbBuilder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** A project in which glTF files are written and read, and a triangle to begin with. */
abstract class GltfFixture {
    static final float[] TRIANGLE = {0, 0, 0, 1, 0, 0, 0, 1, 0};

    @TempDir Path project;
    final GlbBuilder file = new GlbBuilder();

    /** A mesh of one triangle whose primitive has more entries: name, value, name, value. */
    int triangle(Object... more) {
        var primitive = ordered("attributes", ordered("POSITION", file.floats("VEC3", TRIANGLE)));
        primitive.putAll(ordered(more));
        return file.mesh(primitive);
    }

    /** A node that shows a mesh. */
    int node(int mesh, Object... more) {
        var node = ordered("mesh", mesh);
        node.putAll(ordered(more));
        return file.add("nodes", node);
    }

    /** A primitive with these attributes and more entries, in a scene of its own. */
    Mesh onlyMesh(Map<String, Object> attributes, Object... more) {
        var primitive = ordered("attributes", attributes);
        primitive.putAll(ordered(more));
        file.scene(node(file.mesh(primitive)));
        return part(model()).mesh();
    }

    Model model() {
        return modelOf(file.glb());
    }

    Model modelOf(byte[] bytes) {
        var reading = read(bytes);
        var ready = assertInstanceOf(Loading.Ready.class, reading.outcome(), reading.toString());
        return (Model) ready.asset();
    }

    /** The only part of a model without a warning. */
    static Model.Part part(Model model) {
        assertEquals(List.of(), model.warnings());
        assertEquals(1, model.parts().size(), "parts");
        return model.parts().getFirst();
    }

    Loading.Failed<?> failure() {
        return failureOf(file.glb());
    }

    Loading.Failed<?> failureOf(byte[] bytes) {
        return assertInstanceOf(Loading.Failed.class, read(bytes).outcome());
    }

    /** The file fails, and the reason says this. */
    void checkFails(String reason) {
        checkFails(file.glb(), reason);
    }

    void checkFails(byte[] bytes, String reason) {
        var failed = failureOf(bytes);
        assertTrue(failed.reason().contains(reason), failed.reason());
        assertTrue(failed.reason().contains("model.glb"), failed.reason());
        assertTrue(failed.reason().matches("(?s).*[^.!]\\."), failed.reason());
    }

    Reading<Model> read(byte[] bytes) {
        write("model.glb", bytes);
        return reader(project).read(AssetSource.of("model.glb"));
    }

    void write(String path, byte[] bytes) {
        try {
            Files.createDirectories(project.resolve(path).getParent());
            Files.write(project.resolve(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of one colour. */
    static byte[] png(int width, int height, int rgb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void checkNumbers(float[] actual, double... expected) {
        assertEquals(expected.length, actual.length, "count");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5, "number " + i);
        }
    }

    /** A reader of the files of a folder. */
    static GltfReader reader(Path project) {
        var sources = new Sources(new ProjectFiles(project), new AssetCatalog());
        return new GltfReader(sources, new Workers(), new Pictures(new Workers()));
    }
}
