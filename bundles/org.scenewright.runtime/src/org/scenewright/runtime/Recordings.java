// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetSource;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;

/** Where the files are that scenes play as sounds; a port. Any thread; it may ask a disk. */
public interface Recordings {

    /** What a source of a scene leads to. */
    Resolution find(Play play, AssetSource source);

    /** Those of the projects of the scenes. */
    static Recordings ofProjects() {
        return (play, source) ->
                new ProjectFiles(play.plan().session().project().directory())
                        .resolve(source.path());
    }
}
