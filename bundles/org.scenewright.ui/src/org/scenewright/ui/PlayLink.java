// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Link;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.Optional;

/** Hears of what runs, and tells a view that hears of the document too. */
record PlayLink(Play play, View view) implements Link {

    /** What shows either. */
    interface View {
        /**
         * @param of what changed; the document where empty
         */
        void changed(Optional<Play> of, SceneSnapshot snapshot, Changes changes);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        view.changed(Optional.of(play), snapshot, changes);
    }
}
