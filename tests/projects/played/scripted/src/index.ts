// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas, Transform } from '@dcl/sdk/ecs'

/** Nothing that a renderer is told of. */
export const Turns = engine.defineComponent('scripted::Turns', { count: Schemas.Int })

export function main() {
    const wheel = engine.getEntityOrNullByName('wheel')
    if (wheel === null) throw new Error('There is no wheel')
    engine.addSystem(() => {
        Turns.getMutable(wheel).count++
        Transform.getMutable(wheel).scale.x += 0.01
    })
}
