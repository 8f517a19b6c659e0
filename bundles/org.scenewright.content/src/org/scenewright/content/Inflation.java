// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

/** The body of an answer as it was before it was compressed for the way. */
final class Inflation {
    private Inflation() {}

    /**
     * @param most more bytes than these are never made, whatever few bytes they come from
     */
    static byte[] inflated(HttpResponse<byte[]> response, long most) throws IOException {
        String coding = response.headers().firstValue("content-encoding").orElse("identity");
        if (coding.equalsIgnoreCase("identity") || response.body().length == 0) {
            return response.body();
        }
        if (!coding.equalsIgnoreCase("gzip") && !coding.equalsIgnoreCase("x-gzip")) {
            throw new NoAnswerException(
                    response.uri() + " answers in a way that nobody asked for: " + coding + ".");
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            int bound = (int) Math.min(most, Integer.MAX_VALUE - 9);
            byte[] bytes = in.readNBytes(bound + 1);
            if (bytes.length > bound) {
                throw new TooLargeException(response.uri() + " has more than " + most + " bytes.");
            }
            return bytes;
        } catch (TooLargeException refused) {
            throw refused;
        } catch (IOException damaged) {
            throw new NoAnswerException(response.uri() + " answers with damaged bytes.", 0, true);
        }
    }
}
