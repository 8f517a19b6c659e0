// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.SessionStatus;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;

/**
 * What happened to an open scene since the UI last looked.
 *
 * @param snapshot the document now
 * @param changes all that led there, in order; empty where only the status is new
 */
record SceneNews(SceneSnapshot snapshot, List<Changes> changes, SessionStatus status) {}
