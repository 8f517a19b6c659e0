// SPDX-License-Identifier: EPL-2.0
import { Entity, Transform } from '@dcl/sdk/ecs'

export function start(src: string, entity: Entity) {
    console.log(`raises ${entity}`)
}

export function update(src: string, entity: Entity, dt: number) {
    Transform.getMutable(entity).position.y += dt
}
