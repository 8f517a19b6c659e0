// SPDX-License-Identifier: EPL-2.0
/**
 * What the paths of a scene lead to: content hashes, content providers, the catalog of assets and
 * the cache of what was fetched. It knows no entity, and of models only which files they refer to.
 */
@NullMarked
package org.scenewright.content;

import org.jspecify.annotations.NullMarked;
