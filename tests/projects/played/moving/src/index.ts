// SPDX-License-Identifier: EPL-2.0
// Uses what scenes use, but neither the time of day nor chance.
import {
    ColliderLayer,
    EasingFunction,
    engine,
    Entity,
    InputAction,
    Material,
    MeshCollider,
    MeshRenderer,
    pointerEventsSystem,
    Raycast,
    RaycastQueryType,
    Schemas,
    TextShape,
    Transform,
    Tween,
    VisibilityComponent
} from '@dcl/sdk/ecs'
import { Color4, Quaternion, Vector3 } from '@dcl/sdk/math'

const Bounce = engine.defineComponent('moving::Bounce', { phase: Schemas.Float, speed: Schemas.Float })
const ROW = 40

function box(i: number): Entity {
    const entity = engine.addEntity()
    Transform.create(entity, { position: Vector3.create(i % 8, 0, Math.floor(i / 8)), scale: Vector3.scale(Vector3.One(), 0.4) })
    if (i % 2 === 0) MeshRenderer.setBox(entity)
    else MeshRenderer.setCylinder(entity, 0.25, 0.5)
    Material.setPbrMaterial(entity, { albedoColor: Color4.create(i / ROW, 0.5, 1 - i / ROW, 1) })
    Bounce.create(entity, { phase: i / 5, speed: 1 + (i % 3) })
    return entity
}

function bounce(dt: number) {
    for (const [entity] of engine.getEntitiesWith(Bounce, Transform)) {
        const state = Bounce.getMutable(entity)
        state.phase += dt * state.speed
        Transform.getMutable(entity).position.y = 1 + Math.sin(state.phase)
    }
}

function spin(dt: number) {
    const spinner = engine.getEntityOrNullByName('spinner')
    if (spinner === null) throw new Error('There is no spinner')
    const transform = Transform.getMutable(spinner)
    transform.rotation = Quaternion.multiply(transform.rotation, Quaternion.fromAngleAxis(90 * dt, Vector3.Up()))
}

export function main() {
    const all: Entity[] = []
    for (let i = 0; i < ROW; i++) all.push(box(i))

    const door = all[0]
    Tween.create(door, {
        mode: Tween.Mode.Move({ start: Vector3.create(0, 0, 0), end: Vector3.create(0, 3, 0) }),
        duration: 2000,
        easingFunction: EasingFunction.EF_EASEINBOUNCE
    })
    MeshCollider.setBox(door, ColliderLayer.CL_POINTER | ColliderLayer.CL_PHYSICS)
    pointerEventsSystem.onPointerDown({ entity: door, opts: { button: InputAction.IA_POINTER, hoverText: 'Öffne die Tür ✓' } }, () =>
        VisibilityComponent.createOrReplace(door, { visible: false })
    )
    Raycast.create(all[1], {
        originOffset: Vector3.Zero(),
        direction: { $case: 'localDirection', localDirection: Vector3.Forward() },
        maxDistance: 16,
        queryType: RaycastQueryType.RQT_HIT_FIRST,
        continuous: true,
        timestamp: 0
    })

    const counter = engine.addEntity()
    TextShape.create(counter, { text: '0' })
    let frame = 0
    engine.addSystem(bounce)
    engine.addSystem(spin)
    engine.addSystem(() => {
        frame++
        TextShape.getMutable(counter).text = `frame ${frame}`
        if (frame % 10 === 5) engine.removeEntity(all.splice(2, 1)[0])
        if (frame % 10 === 0) all.push(box(ROW + frame))
        if (frame % 7 === 0) Material.deleteFrom(all[3])
    })
    console.log('ready', ROW)
}
