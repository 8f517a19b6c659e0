// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

/* engine.defineComponent('comments::never', {}) */
// engine.defineComponent('comments::neither', {})
export const text = "engine.defineComponent('comments::text', {})"

/**
 * Opens and closes.
 *
 * @public
 */
export const Door = engine.defineComponent(/* the name */ 'comments::Door', {
    /** How far it is open, from 0 to 1. */
    open: Schemas.Float, // closed at first
    /** Who may open it. */
    keys: Schemas.Array(Schemas.String) /* trailing */
} /* no default */)
