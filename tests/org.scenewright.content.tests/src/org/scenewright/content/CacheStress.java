// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;

/** One of several processes that use one cache as hard as they can. */
final class CacheStress {
    private static final int ROUNDS = 2500;

    private CacheStress() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("good " + run(Path.of(arguments[0]), 2));
    }

    /** How often it got what it sought; what it gets is right, or this fails. */
    static int run(Path folder, long seed) throws IOException {
        // Room for about a third, so that both keep sweeping.
        var cache = new ContentCache(folder, 400_000);
        var random = new Random(seed);
        int good = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[5000 + random.nextInt(5)];
            Arrays.fill(bytes, (byte) random.nextInt(50));
            var hash = Cid.of(bytes);
            var found = cache.find("", hash, bytes.length);
            if (found.isPresent() && !Arrays.equals(bytes, found.get())) {
                throw new AssertionError("wrong bytes");
            } else if (found.isPresent()) {
                good++;
            } else {
                cache.keep("", hash, bytes);
            }
        }
        return good;
    }

    /** Where a process finds the same classes, whatever loader they came from here. */
    static String classPath() throws URISyntaxException {
        var places = new LinkedHashSet<String>();
        for (var type : new Class<?>[] {CacheStress.class, ContentCache.class}) {
            var place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            places.add(place.toString());
            // Where the build lays the classes of a bundle that is run from its folder.
            places.add(place.resolve("target/classes").toString());
            places.add(place.resolve("target/test-classes").toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
