// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

/** Is told how far a job is. */
@FunctionalInterface
interface Progress {
    /**
     * Says which file is looked at next; to be called at least every second, as silence for long is
     * taken for the end.
     *
     * @param done how many files are done
     * @param total of how many, as far as is known
     * @param file the path below the project's folder, with slashes
     * @throws java.util.concurrent.CancellationException if nobody waits for the job any longer
     */
    void at(int done, int total, String file);
}
