// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;

/** Resources as they are called when they have gone elsewhere; they need not exist yet. */
final class Renamed {
    private Renamed() {}

    static IResource of(IResource resource, String name) {
        return at(resource.getParent(), name, resource);
    }

    static IResource in(IContainer folder, IResource resource) {
        return at(folder, resource.getName(), resource);
    }

    private static IResource at(IContainer folder, String name, IResource like) {
        var path = IPath.fromPortableString(name);
        return like.getType() == IResource.FILE ? folder.getFile(path) : folder.getFolder(path);
    }
}
