// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.graalvm.polyglot.io.FileSystem;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;

/**
 * All the files that code in the sandbox can see: the modules that the linker writes. None of the
 * machine's is among them.
 *
 * @param linker writes the modules
 */
@SuppressWarnings("null") // the interfaces say nothing about null
record LinkedFiles(Linker linker) implements FileSystem {

    @Override
    public Path parsePath(URI uri) {
        throw new UnsupportedOperationException("There is nothing but linked modules");
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    private String text(Path path) throws NoSuchFileException {
        var name = path.toString().replace('\\', '/');
        return linker.text(name).orElseThrow(() -> new NoSuchFileException(name));
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        if (modes.contains(AccessMode.WRITE)
                || !Linker.NAME.matcher(path.toString().replace('\\', '/')).matches()) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new SecurityException("Nothing can be written");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("Nothing can be deleted");
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new Bytes(ByteBuffer.wrap(text(path).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("Folders cannot be listed");
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path;
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return path;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        checkAccess(path, Set.of());
        return Map.of("isRegularFile", true, "isDirectory", false, "size", 0L);
    }

    /**
     * A channel over bytes that are there.
     *
     * @param bytes its position is the channel's
     */
    private record Bytes(ByteBuffer bytes) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer to) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(to.remaining(), bytes.remaining());
            to.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long to) {
            bytes.position((int) Math.min(to, bytes.limit()));
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            bytes.position(bytes.limit());
        }
    }
}
