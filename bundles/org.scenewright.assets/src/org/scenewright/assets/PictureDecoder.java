// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.spi.ImageReaderSpiBase;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** PNG, JPEG and WebP bytes to bitmaps, refusing by its header what would not fit into memory. */
final class PictureDecoder {
    /** What a header may declare: the largest texture that common graphics hardware takes. */
    static final int LARGEST_SIDE = 8192;

    /** The same of a format that can only be decoded as a whole. */
    private static final int LARGEST_WHOLE_SIDE = 4096;

    /** What a bitmap is scaled down to; more is seen on no surface of an editor. */
    static final int KEPT_SIDE = 2048;

    private PictureDecoder() {}

    /** What is done with an open picture. */
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    static Bitmap decode(byte[] bytes) {
        return read(bytes, PictureDecoder::decode);
    }

    /** How large it says that it is. */
    static PictureSize size(byte[] bytes) {
        return read(bytes, reader -> new PictureSize(reader.getWidth(0), reader.getHeight(0)));
    }

    private static <T> T read(byte[] bytes, Use<T> use) {
        // Decoders trust what they read, so any fault of theirs is one of the picture.
        // In memory: the default would open a temporary file per picture.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return read(reader(bytes), in, use);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | ClassCastException
                | NullPointerException e) {
            throw new AssetException("The picture is damaged: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof EOFException
                ? "it ends too early."
                : AssetException.ended(e.getMessage());
    }

    private static <T> T read(ImageReader reader, ImageInputStream in, Use<T> use)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            return use.of(reader);
        } finally {
            reader.dispose();
        }
    }

    private static Bitmap decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean isWhole = reader.getOriginatingProvider() instanceof WebPImageReaderSpi;
        int largest = isWhole ? LARGEST_WHOLE_SIDE : LARGEST_SIDE;
        if (width < 1 || height < 1 || width > largest || height > largest) {
            throw new AssetException(
                    "The picture declares %d x %d pixels; at most %d x %d are shown."
                            .formatted(width, height, largest, largest));
        }
        // Half of the reduction by leaving out pixels, which costs no memory, the rest by
        // averaging.
        int step = Math.max(1, Integer.highestOneBit((Math.max(width, height) - 1) / KEPT_SIDE));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return shrink(toBitmap(reader, param));
    }

    private static Bitmap toBitmap(ImageReader reader, ImageReadParam param) throws IOException {
        if (reader.canReadRaster() && !reader.getImageTypes(0).hasNext()) {
            // Java has no colour model for CMYK.
            return Rasters.fromInvertedCmyk(reader.readRaster(0, param));
        }
        return Rasters.toBitmap(reader.read(0, param));
    }

    private static Bitmap shrink(Bitmap bitmap) {
        var at = bitmap;
        while (Math.max(at.width(), at.height()) > KEPT_SIDE) {
            at = Rasters.half(at);
        }
        return at;
    }

    private static ImageReader reader(byte[] bytes) throws IOException {
        if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
            return reader("png");
        } else if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return reader("jpeg");
        } else if (isWebp(bytes)) {
            // Not by its name: readers of other bundles are not in Java's registry.
            ImageReaderSpiBase webp = new WebPImageReaderSpi();
            return webp.createReaderInstance();
        }
        throw new AssetException("The picture is neither PNG, JPEG nor WebP.");
    }

    private static boolean isWebp(byte[] bytes) {
        return startsWith(bytes, 'R', 'I', 'F', 'F')
                && bytes.length > 12
                && startsWith(Arrays.copyOfRange(bytes, 8, 12), 'W', 'E', 'B', 'P');
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        return bytes.length >= magic.length
                && IntStream.range(0, magic.length).allMatch(i -> (bytes[i] & 0xFF) == magic[i]);
    }

    private static ImageReader reader(String format) {
        var readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new AssetException("This Java runtime cannot read " + format + " pictures.");
        }
        return readers.next();
    }
}
