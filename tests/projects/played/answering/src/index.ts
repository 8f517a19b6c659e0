// SPDX-License-Identifier: EPL-2.0
// What it does can be told apart by colours.
import {
    EasingFunction,
    engine,
    Entity,
    InputAction,
    Material,
    MeshCollider,
    pointerEventsSystem,
    raycastSystem,
    Transform,
    Tween
} from '@dcl/sdk/ecs'
import { Color4, Quaternion, Vector3 } from '@dcl/sdk/math'

function named(name: string): Entity {
    const entity = engine.getEntityOrNullByName(name)
    if (entity === null) throw new Error(`There is no ${name}`)
    return entity
}

function paint(entity: Entity, diffuseColor: Color4) {
    Material.setBasicMaterial(entity, { diffuseColor })
}

/** A click on the lamp makes it red, and the next one green again; a player would have to stand close to it. */
function answerClicks(lamp: Entity) {
    let lit = false
    MeshCollider.setBox(lamp)
    pointerEventsSystem.onPointerDown(
        { entity: lamp, opts: { button: InputAction.IA_POINTER, hoverText: 'Light the lamp', maxDistance: 3 } },
        () => {
            lit = !lit
            paint(lamp, lit ? Color4.Red() : Color4.Green())
        }
    )
}

/** The signal turns cyan as soon as the probe has seen the lamp below it. */
function look(probe: Entity, lamp: Entity, signal: Entity) {
    raycastSystem.registerGlobalDirectionRaycast(
        { entity: probe, opts: { direction: Vector3.Down(), continuous: true } },
        ({ hits }) => {
            if (hits.some((hit) => hit.entityId === lamp)) paint(signal, Color4.create(0, 1, 1, 1))
        }
    )
}

export function main() {
    const lamp = named('Lamp')
    answerClicks(lamp)
    look(named('Probe'), lamp, named('Signal'))

    const lift = named('Lift')
    const { position } = Transform.get(lift)
    const up = Vector3.add(position, Vector3.scale(Vector3.Up(), 4))
    Tween.setMove(lift, position, up, 1000, EasingFunction.EF_EASEOUTSINE)

    const vane = named('Vane')
    engine.addSystem((seconds: number) => {
        const transform = Transform.getMutable(vane)
        transform.rotation = Quaternion.multiply(transform.rotation, Quaternion.fromEulerDegrees(0, 120 * seconds, 0))
    })
}
