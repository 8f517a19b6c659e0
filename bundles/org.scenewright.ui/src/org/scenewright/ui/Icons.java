// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

import java.util.HashMap;
import java.util.Map;

/** The pictures of this bundle's icons, which live as long as a control. */
final class Icons {
    private final LocalResourceManager images;
    // Rows ask for icons by the thousand, and finding a file of a bundle takes a while.
    private final Map<String, Image> known = new HashMap<>();

    Icons(Control owner) {
        images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** Describes the icon {@code icons/<name>.svg}. */
    static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Icons.class, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    Image image(String name) {
        return known.computeIfAbsent(name, key -> images.get(descriptor(key)));
    }

    /** An icon with the sign of what runs in its lower right corner. */
    Image made(String name) {
        return known.computeIfAbsent(name + ">", key -> images.get(madeDescriptor(name)));
    }

    private static ImageDescriptor madeDescriptor(String name) {
        return new DecorationOverlayIcon(
                descriptor(name), descriptor("made"), IDecoration.BOTTOM_RIGHT);
    }

    /** An icon with a warning sign in its lower left corner. */
    Image flawed(String name) {
        return known.computeIfAbsent(name + "!", key -> images.get(flawedDescriptor(name)));
    }

    /** An icon with the sign of what leaves the scene's space in its upper right corner. */
    Image stray(String name) {
        return known.computeIfAbsent(name + "/", key -> images.get(strayDescriptor(name)));
    }

    private static ImageDescriptor strayDescriptor(String name) {
        return new DecorationOverlayIcon(
                descriptor(name), descriptor("stray"), IDecoration.TOP_RIGHT);
    }

    private static ImageDescriptor flawedDescriptor(String name) {
        return new DecorationOverlayIcon(
                descriptor(name), descriptor("flaw"), IDecoration.BOTTOM_LEFT);
    }
}
