// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas, Transform } from '@dcl/sdk/ecs'
import { Vector3 } from '@dcl/sdk/math'
import * as utils from '@dcl-sdk/utils'
import { Base } from 'base-library'
import { Mapped } from 'mapped-library/components'
import { Old } from 'old-library'
import { Rotator } from 'rotator-library/components'

export const Mover = engine.defineComponent('my-scene::Mover', { direction: Schemas.Vector3, speed: Schemas.Float }, { direction: Vector3.Up(), speed: 1.5 })
export const used = () => [Base, Mapped, Old, Rotator]

export function main() {
    for (const [entity, mover] of engine.getEntitiesWith(Mover, Transform)) {
        utils.timers.setTimeout(() => Mover.deleteFrom(entity), 1000 * mover.speed)
    }
}
