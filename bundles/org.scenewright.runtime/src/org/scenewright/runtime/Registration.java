// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** The way out of something that was joined; closing it twice does no harm. */
public interface Registration extends AutoCloseable {

    @Override
    void close();
}
