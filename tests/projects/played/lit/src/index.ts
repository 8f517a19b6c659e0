// SPDX-License-Identifier: EPL-2.0
// A click on the lamp colours it for all who play; the signal is yellow where one is in step with the others.
import {
    engine,
    Entity,
    InputAction,
    Material,
    MeshCollider,
    pointerEventsSystem
} from '@dcl/sdk/ecs'
import { Color4 } from '@dcl/sdk/math'
import { isStateSyncronized, syncEntity } from '@dcl/sdk/network'

function named(name: string): Entity {
    const entity = engine.getEntityOrNullByName(name)
    if (entity === null) throw new Error(`There is no ${name}`)
    return entity
}

function paint(entity: Entity, diffuseColor: Color4) {
    Material.setBasicMaterial(entity, { diffuseColor })
}

function isRed(entity: Entity): boolean {
    const { material } = Material.get(entity)
    return material?.$case === 'unlit' && material.unlit.diffuseColor?.r === 1
}

export function main() {
    const lamp = named('Lamp')
    syncEntity(lamp, [Material.componentId], 1)
    MeshCollider.setBox(lamp)
    // What the next colour is follows from the one that all share, whoever clicks.
    pointerEventsSystem.onPointerDown(
        { entity: lamp, opts: { button: InputAction.IA_POINTER, hoverText: 'Colour the lamp', maxDistance: 3 } },
        () => paint(lamp, isRed(lamp) ? Color4.Blue() : Color4.Red())
    )

    const signal = named('Signal')
    let told = false
    engine.addSystem(() => {
        if (told || !isStateSyncronized()) return
        told = true
        paint(signal, Color4.Yellow())
    })
}
