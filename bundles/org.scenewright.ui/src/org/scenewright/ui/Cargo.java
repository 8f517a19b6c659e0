// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.ui.part.ResourceTransfer;
import org.jspecify.annotations.Nullable;
import org.scenewright.content.FileKind;
import org.scenewright.runtime.Aside;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What somebody drags over a scene: assets of the catalog by their ids, or files wherever they are.
 *
 * @param isKnown whether it is known yet; some systems tell what comes from other programs only
 *     when it is dropped
 */
record Cargo(List<String> assets, List<Path> files, boolean isKnown) {
    private static final int MOST = 256;
    private static final Cargo UNKNOWN = new Cargo(List.of(), List.of(), false);

    /** The forms in which it comes, those that say most first. */
    static Transfer[] transfers() {
        return new Transfer[] {
            AssetTransfer.instance(),
            LocalSelectionTransfer.getTransfer(),
            ResourceTransfer.getInstance(),
            FileTransfer.getInstance()
        };
    }

    static boolean isOne(TransferData type) {
        return Stream.of(transfers()).anyMatch(transfer -> transfer.isSupportedType(type));
    }

    /** What is being dragged, as far as it can be known before it is dropped. */
    static Cargo dragged(TransferData type) {
        if (AssetTransfer.instance().isSupportedType(type)) {
            var ids = AssetDrag.current();
            return ids.isEmpty() ? UNKNOWN : new Cargo(ids, List.of(), true);
        } else if (LocalSelectionTransfer.getTransfer().isSupportedType(type)) {
            return selected();
        }
        return UNKNOWN;
    }

    /** What was dropped. */
    static Cargo dropped(@Nullable Object data) {
        if (data instanceof IStructuredSelection) {
            return selected();
        } else if (data instanceof IResource[] resources) {
            return files(Stream.of(resources).flatMap(Cargo::place));
        } else if (data instanceof String[] texts && !AssetDrag.current().isEmpty()) {
            return new Cargo(List.of(texts), List.of(), true);
        }
        return data instanceof String[] paths
                ? files(Stream.of(paths).flatMap(Cargo::path))
                : files(Stream.of());
    }

    private static Cargo selected() {
        var assets = AssetDrag.current();
        if (!assets.isEmpty()) {
            return new Cargo(assets, List.of(), true);
        }
        return LocalSelectionTransfer.getTransfer().getSelection()
                        instanceof IStructuredSelection selection
                ? files(Stream.of(selection.toArray()).flatMap(Cargo::place))
                : files(Stream.of());
    }

    private static Cargo files(Stream<Path> files) {
        return new Cargo(List.of(), files.distinct().limit(MOST).toList(), true);
    }

    private static Stream<Path> place(Object element) {
        return Optional.ofNullable(Adapters.adapt(element, IResource.class))
                .map(IResource::getLocation)
                .map(IPath::toPath)
                .stream();
    }

    /** What is not named from the root is no file that somebody could mean. */
    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException foreign) {
            // Another program may offer what this system has no name for.
            return Stream.of();
        }
    }

    boolean isEmpty() {
        return isKnown && assets.isEmpty() && files.isEmpty();
    }

    /** Whether it is one file whose name does not tell what it is. */
    boolean mayBeFolder() {
        return files.size() == 1 && FileKind.of(files.getFirst().toString()).isEmpty();
    }

    /** Whether it is a folder, which is opened and not placed; told once the disk has said so. */
    CompletableFuture<Boolean> isFolder() {
        return files.size() == 1
                ? Aside.ask(() -> Files.isDirectory(files.getFirst()))
                : CompletableFuture.completedFuture(false);
    }
}
