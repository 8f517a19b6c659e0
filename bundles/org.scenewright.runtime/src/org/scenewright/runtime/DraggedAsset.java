// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/**
 * An asset of the catalog while it is dragged, as the selection holds it that the workbench keeps
 * meanwhile: so those can take it that know no view of the catalog.
 */
public record DraggedAsset(String id) {}
